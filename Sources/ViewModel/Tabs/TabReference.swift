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

/// Where one came from to the open organization, and goes back to.
struct DetailOrigin: Equatable, Sendable {
  /// As it was then.
  let organization: Organization
  let place: AnswerPlace
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
    guard references.indices.contains(index), let organization = detail.organization else { return }
    let place = AnswerPlace(
      organization.id, tabs.current?.id ?? "", row: tabs.state?.selected?.id)
    answers.origins = detail.origins + [DetailOrigin(organization: organization, place: place)]
    answers.goingTo = references[index].place
    handle(DetailEvent.sought(references[index].place.organization), &turn)
  }

  /// Back to the organization that led to the open one, else to the list.
  mutating func goBack(_ turn: inout Turn) {
    guard let origin = detail.origins.last else { return detail.close(&turn) }
    let (id, rest) = (origin.organization.id, detail.origins.dropLast())
    if list.organization(id) != nil { list.update(.selected(id), &turn) }
    detail.open(list.organization(id) ?? origin.organization, &turn)
    answers.origins = Array(rest)
    answers.goingTo = origin.place
  }
}
