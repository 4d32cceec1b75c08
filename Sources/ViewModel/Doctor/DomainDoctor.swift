import Delivery
import Foundation
import WorkOS

/// Why a domain is not verified yet, as far as DNS tells: what is expected beside what is there.
package struct DomainDoctor: Equatable, Sendable {
  /// What is known about a name.
  package struct Finding: Equatable, Sendable {
    package let place: RecordPlace
    package internal(set) var pending: Pending?
    package internal(set) var answer: TextRecordAnswer?
  }

  /// The state of things, in a word.
  package enum Diagnosis: Equatable, Sendable {
    /// It is still being looked.
    case looking
    /// The record is where it belongs; this is the name.
    case found(String)
    /// Something like it is at this name.
    case mistaken(String, RecordMatch)
    /// Every place was looked at, and it is at none.
    case missing
    /// It was not found, and not every place could be looked at.
    case unknown
  }

  package let domain: OrganizationDomain
  /// The row of its tab.
  package let row: TabRow.ID
  package private(set) var findings: [Finding]
  /// When it was looked last.
  package private(set) var lookedAt: Date

  init(_ domain: OrganizationDomain, row: TabRow.ID, _ turn: inout Turn) {
    self.domain = domain
    self.row = row
    findings = RecordPlace.all(for: domain).map { Finding(place: $0) }
    lookedAt = turn.now
    lookAgain(&turn)
  }

  mutating func lookAgain(_ turn: inout Turn) {
    stop(&turn)
    lookedAt = turn.now
    for index in findings.indices {
      findings[index].pending = turn.lookUp(findings[index].place.name)
    }
  }

  mutating func stop(_ turn: inout Turn) {
    for pending in pending { turn.cancel(pending) }
    for index in findings.indices { findings[index].pending = nil }
  }

  mutating func answered(_ id: RequestID, _ answer: TextRecordAnswer) {
    guard let index = findings.firstIndex(where: { $0.pending?.id == id }) else { return }
    findings[index].pending = nil
    findings[index].answer = answer
  }

  package var pending: [Pending] { findings.compactMap(\.pending) }

  /// How the records of a finding compare with what is wanted.
  package func matches(in finding: Finding) -> [(record: TextRecord, match: RecordMatch)] {
    (finding.answer?.records ?? []).map { ($0, RecordMatch($0, at: finding.place, for: domain)) }
  }

  package var diagnosis: Diagnosis {
    let seen = findings.flatMap { finding in
      matches(in: finding).map { (finding.place.name, $0.match) }
    }
    if let right = seen.first(where: { $0.1 == .right }) { return .found(right.0) }
    // What is there already is said before the rest is known.
    if !pending.isEmpty || findings.contains(where: { $0.answer == nil }) { return .looking }
    if let near = seen.first(where: { $0.1 != .other }) { return .mistaken(near.0, near.1) }
    let places = findings.filter { $0.place.value != nil }
    return places.allSatisfy { $0.answer?.isCertain == true } ? .missing : .unknown
  }
}

/// What happened to the doctor of a domain.
package enum DoctorEvent: Equatable, Sendable {
  case lookAgainWanted
  case closed
  case answered(RequestID, TextRecordAnswer)
}

extension OrganizationTabs {
  mutating func handle(_ event: DoctorEvent, _ turn: inout Turn) {
    switch event {
    case .lookAgainWanted: doctor?.lookAgain(&turn)
    case .closed: closeDoctor(&turn)
    case .answered(let id, let answer): doctor?.answered(id, answer)
    }
  }

  mutating func closeDoctor(_ turn: inout Turn) {
    doctor?.stop(&turn)
    doctor = nil
  }

  /// The domain that is looked into, as it was last read; nil: it is no longer there.
  package var examined: OrganizationDomain? {
    guard let doctor, let table = state?.table,
      let number = table.number(of: TabItem.ID(rawValue: doctor.row))
    else { return nil }
    return table.row(number).item(OrganizationDomain.self)
  }
}
