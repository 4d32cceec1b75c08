/// What came of the last try to send a form, as far as nothing was changed there since.
package struct FormFaults<Fault: Equatable & Sendable, Failure: Equatable & Sendable>: Equatable,
  Sendable
{
  /// What is wrong with fields, in the order in which it was told.
  package internal(set) var ofFields: [Fault] = []
  /// Why nothing came of it.
  package internal(set) var failure: Failure?

  package init(ofFields: [Fault] = [], failure: Failure? = nil) {
    self.ofFields = ofFields
    self.failure = failure
  }

  package var isEmpty: Bool { ofFields.isEmpty && failure == nil }

  /// Takes note that something was changed: what was wrong with it is so no longer.
  mutating func forgive(where isChanged: (Fault) -> Bool) {
    ofFields.removeAll(where: isChanged)
    failure = nil
  }

  /// What of it was not there before.
  package func new(since former: FormFaults) -> FormFaults {
    FormFaults(
      ofFields: ofFields.filter { !former.ofFields.contains($0) },
      failure: failure == former.failure ? nil : failure)
  }
}

extension [String] {
  /// All that is said against one field, each once, as sentences one behind another.
  var asSentences: String {
    var said: [String] = []
    for words in self where !words.isEmpty && !said.contains(words) { said.append(words) }
    // Before another a sentence has to end; the last is left as it was told.
    let ended = said.dropLast().map { words in
      words.last.map { ".!?…".contains($0) } == true ? words : words + "."
    }
    return (ended + said.suffix(1)).joined(separator: " ")
  }
}
