import WorkOS

/// Where one came from to the open organization, and goes back to.
struct DetailOrigin: Equatable, Sendable {
  /// The organization that was open, as it was then; nil: none, only the list.
  var organization: Organization?
  /// Where in it.
  var place: AnswerPlace?
  /// The records that lay over it, one line of which led on.
  var records: RecordsName?
}

/// Records whose lines lead to organizations.
package enum RecordsName: Hashable, Sendable {
  case journal
  case requests
  case drafts
}

/// The way back from an organization to what led to it.
extension Console {
  /// How many steps there are to go back through from the open organization.
  package var stepsBack: Int { detail.origins.count }

  /// The records that were left for the open organization, if any were.
  package var recordsLeft: RecordsName? { detail.origins.last?.records }

  /// The records that one has gone back to last, until a line of some leads on again.
  package var recordsReturnedTo: RecordsName? { answers.returnedTo }

  /// Opens what a line of records leads to; from there it goes back to them, and to what they lay over.
  mutating func go(to place: AnswerPlace, from records: RecordsName, _ turn: inout Turn) {
    var origin = hereAsOrigin
    origin.records = records
    let origins = detail.origins + [origin]
    answers.returnedTo = nil
    go(to: place, through: origins, &turn)
  }

  /// Opens an organization out of a form that was left; from there it goes back to what that lay over.
  ///
  /// - Parameter tab: its tab that is shown; nil: the overview.
  mutating func go(
    to organization: Organization, _ tab: String? = nil, from records: RecordsName? = nil,
    _ turn: inout Turn
  ) {
    var origin = hereAsOrigin
    origin.records = records
    let isLedOn = detail.isOpen && detail.organization?.id != organization.id
    answers.origins = detail.origins + (isLedOn || records != nil ? [origin] : [])
    answers.goingTo = AnswerPlace(organization.id, tab ?? "")
    answers.returnedTo = nil
    detail.open(organization, &turn)
  }

  var hereAsOrigin: DetailOrigin {
    let place = detail.organization.map {
      AnswerPlace($0.id, tabs.current?.id ?? "", row: tabs.state?.selected?.id)
    }
    return DetailOrigin(organization: detail.organization, place: place)
  }

  /// Back to what led to the open organization, else to the list.
  mutating func goBack(_ turn: inout Turn) {
    guard let origin = detail.origins.last else { return detail.close(&turn) }
    let rest = Array(detail.origins.dropLast())
    if let former = origin.organization {
      if list.organization(former.id) != nil { list.update(.selected(former.id), &turn) }
      if detail.organization?.id == former.id {
        detail.origins = rest
      } else {
        detail.open(list.organization(former.id) ?? former, &turn)
      }
      (answers.goingTo, answers.origins) = (origin.place, rest)
    } else {
      detail.close(&turn)
    }
    answers.returnedTo = origin.records
  }
}
