import Delivery
import Foundation
import WorkOS

/// What the server is asked about besides, while a form is open: who has what was refused as taken,
/// and who is called the same.
package struct Neighbours: Equatable, Sendable {
  /// One question to the server, and what came of it.
  package struct Look: Equatable, Sendable {
    package let source: ListSource
    package internal(set) var pending: Pending?
    package internal(set) var organizations: [Organization] = []
    package internal(set) var failure: WorkOSError?

    /// Whether the server has answered.
    package var isAnswered: Bool { pending == nil && failure == nil }
  }

  /// Who has the external id or the domain that was refused; nil: nothing was refused as taken.
  package internal(set) var owner: Look?
  /// The field that was refused.
  package internal(set) var takenField: FormField?
  /// Which other organizations have the name that was typed.
  package internal(set) var namesakes: Look?
  /// When the server is to be asked about the name: once typing has paused.
  var namesDue: Date?

  /// The seconds without a key after which a name is looked for.
  static let pause: TimeInterval = 0.7
  /// Rows asked for; more of the same name say nothing more.
  static let mostRows = 10

  /// The questions that are not answered yet.
  package var pending: [Pending] { [owner?.pending, namesakes?.pending].compactMap(\.self) }
}

extension Editor {
  /// The organization that has what was refused, if the server told.
  package var owner: Organization? { session?.neighbours.owner?.organizations.first }

  /// Asks who has what was refused as taken.
  mutating func askForOwner(of error: WorkOSError?, _ turn: inout Turn) {
    session?.neighbours.owner = nil
    session?.neighbours.takenField = nil
    guard error?.saysTaken == true, let session,
      let field = session.faults.ofFields.first?.field, let source = session.source(ofTaken: field)
    else { return }
    let pending = PageQuestion.neighbours(source).ask(for: .neighbours, &turn)
    self.session?.neighbours.owner = Neighbours.Look(source: source, pending: pending)
    self.session?.neighbours.takenField = field
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
    let pending = PageQuestion.neighbours(source).ask(for: .neighbours, &turn)
    self.session?.neighbours.namesakes = Neighbours.Look(source: source, pending: pending)
  }

  /// Takes in an answer about others, if it was asked for here.
  mutating func neighboursArrived(
    _ id: RequestID, _ result: Result<Page<ListedOrganization>, WorkOSError>
  ) {
    guard let session else { return }
    for path in [\Neighbours.owner, \Neighbours.namesakes]
    where session.neighbours[keyPath: path]?.pending?.id == id {
      self.session?.neighbours[keyPath: path]?.pending = nil
      switch result {
      case .success(let page):
        self.session?.neighbours[keyPath: path]?.organizations = page.items.map(\.organization)
          .filter { $0.id != session.draft.base?.id }
      case .failure(let error): self.session?.neighbours[keyPath: path]?.failure = error
      }
    }
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

extension PageQuestion {
  fileprivate static func neighbours(_ source: ListSource) -> PageQuestion {
    PageQuestion(source: source, order: .newestFirst, cursor: .first, limit: Neighbours.mostRows)
  }
}
