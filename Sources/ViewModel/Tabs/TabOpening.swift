/// What opening a row of a tab leads to.
package enum TabOpening: Equatable, Sendable {
  /// All that the row says, whole, to be read.
  case details
  /// Something that happens elsewhere in the console, such as that a person's card is wanted.
  case event(Event)
}
