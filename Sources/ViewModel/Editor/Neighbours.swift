import Delivery
import Foundation
import WorkOS

/// What the server is asked about besides, while a form is open: who has what was refused as taken,
/// and who is called the same.
package struct Neighbours: Equatable, Sendable {
  /// What was refused as taken, and who has it; nil: nothing was.
  package internal(set) var taken: Taken<DraftProblem>?
  /// Which other organizations have the name that was typed.
  package internal(set) var namesakes: NeighbourLook?
  /// When the server is to be asked about the name: once typing has paused.
  var namesDue: Date?

  /// The seconds without a key after which a name is looked for.
  static let pause: TimeInterval = 0.7

  /// Who has the external id or the domain that was refused.
  package var owner: NeighbourLook? { taken?.look }

  /// The field that was refused.
  package var takenField: FormField? { taken?.fault.field }

  /// The questions that are not answered yet.
  package var pending: [Pending] { [owner?.pending, namesakes?.pending].compactMap(\.self) }
}

extension Editor {
  /// The organization that has what was refused, if the server told.
  package var owner: Organization? { session?.neighbours.taken?.owner }

  /// Asks who has what was refused as taken.
  mutating func askForOwner(of error: WorkOSError?, _ turn: inout Turn) {
    session?.neighbours.taken = nil
    guard error?.saysTaken == true, let session, let fault = session.faults.ofFields.first,
      let source = session.source(ofTaken: fault.field)
    else { return }
    self.session?.neighbours.taken = Taken(fault: fault, look: NeighbourLook(at: source, &turn))
  }

  /// Says again what was refused when the draft was left and whose it is, where that is still typed.
  mutating func recallOwner(in id: Draft.ID) {
    guard let taken = self.taken[id], let session,
      session.source(ofTaken: taken.fault.field) == taken.look.source
    else { return }
    self.session?.faults.ofFields = [taken.fault]
    self.session?.neighbours.taken = taken
  }

  /// Takes note that the name was typed in: who is called the same is asked once typing pauses.
  mutating func nameTyped(at now: Date) {
    guard let session else { return }
    self.session?.neighbours.namesakes = nil
    let draft = session.draft
    let isOther = !draft.name.trimmed.isEmpty && draft.name != draft.base?.name
    self.session?.neighbours.namesDue = isOther ? now.addingTimeInterval(Neighbours.pause) : nil
  }

  mutating func askForNamesakes(_ turn: inout Turn) {
    guard let session, let due = session.namesDue, due <= turn.now else { return }
    self.session?.neighbours.namesDue = nil
    let source = ListSource.name(session.draft.name.trimmed)
    self.session?.neighbours.namesakes = NeighbourLook(at: source, &turn)
  }

  /// Takes in an answer about others; false: it was asked for elsewhere.
  mutating func neighboursArrived(
    _ id: RequestID, _ result: Result<Page<ListedOrganization>, WorkOSError>
  ) -> Bool {
    let own = session?.draft.base?.id
    return session?.neighbours.taken?.look.take(id, result, besides: own) == true
      || session?.neighbours.namesakes?.take(id, result, besides: own) == true
  }

  /// Gives up the questions about others that nobody waits for any more.
  ///
  /// - Parameter answered: the request that was answered just now, if one was.
  func cancelQuestions(
    of former: Editor, answered: RequestID?, _ turn: inout Turn
  ) {
    let awaited = session?.neighbours.pending.map(\.id) ?? []
    for pending in former.session?.neighbours.pending ?? []
    where !awaited.contains(pending.id) && pending.id != answered {
      turn.cancel(pending)
    }
  }
}

extension EditorSession {
  /// When the server is to be asked about the name; nil while something else goes on.
  var namesDue: Date? {
    switch phase {
    case .editing, .reviewing: neighbours.namesDue
    case .asking, .checking, .conflicted, .documentConflicted, .sending, .waiting, .verifying,
      .confirming, .finding,
      .found, .admin:
      nil
    }
  }

  /// The organizations that the server knows by the name that was typed, whatever its case and
  /// accents; nil as long as it has not told.
  package var namesakes: [Organization]? {
    guard let look = neighbours.namesakes, look.isAnswered else { return nil }
    let name = FoldedText(draft.name.trimmed)
    return look.organizations.filter { FoldedText($0.name.trimmed) == name }
  }

  /// Where to ask for whoever has the value of a field.
  fileprivate func source(ofTaken field: FormField) -> ListSource? {
    switch field {
    case .externalID: return draft.externalID.isEmpty ? nil : .externalID(draft.externalID)
    case .domain(let id):
      return draft.domains.first { $0.id == id }
        .map { .domains([HostName.normalized($0.domain)]) }
    case .domains:
      // The server did not say which: one of those that came in.
      let new = differences.compactMap { difference in
        if case .domain(let host) = difference.field, difference.new != nil { host } else { nil }
      }
      return new.isEmpty ? nil : .domains(new)
    case .name, .stripeCustomerID, .adminEmail, .adminRole, .domainState, .metadata, .metadataKey,
      .metadataValue:
      return nil
    }
  }
}
