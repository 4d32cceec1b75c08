import WorkOS

/// Another organization that a row leads to.
package struct TabReference: Equatable, Sendable {
  /// What the organization is called.
  package let name: String
  /// What is said of it beside its name.
  package let note: String
  package let place: AnswerPlace

  package init(_ name: String, note: String = "", at place: AnswerPlace) {
    self.name = name
    self.note = note
    self.place = place
  }
}

extension Console {
  /// Goes where the marked row leads, once that is one place.
  mutating func followReferences(_ turn: inout Turn) {
    if tabs.references.count == 1 { go(along: 0, &turn) }
  }

  /// Opens the organization of a reference; from there it goes back here.
  mutating func go(along index: Int, _ turn: inout Turn) {
    let references = tabs.references
    tabs.references = []
    guard references.indices.contains(index), detail.isOpen else { return }
    answers.origins = detail.origins + [hereAsOrigin]
    answers.goingTo = references[index].place
    handle(DetailEvent.sought(references[index].place.organization), &turn)
  }
}
