/// What is wrong with the text of a fault, as a sentence that says what is accepted.
package struct FaultSyntaxError: Error, Equatable, Sendable, CustomStringConvertible {
  package var description: String
}
