import Delivery
import Foundation

/// What was typed in a form of either kind.
package enum DraftText: Equatable, Sendable {
  case organization(Draft)
  case tab(TabDraft)
}

/// What became of keeping a draft on disk, or of removing it from there.
package struct DraftWritten: Equatable, Sendable {
  package var id: DraftRow.ID
  /// What was to be kept; nil: it was to be removed.
  package var text: DraftText?
  /// When it was handed over to be written.
  package var handedOverAt: Date
  /// Why that was not done; nil: it was.
  package var failure: RecordError?

  package init(
    _ id: DraftRow.ID, _ text: DraftText?, at handedOverAt: Date, failure: RecordError? = nil
  ) {
    self.id = id
    self.text = text
    self.handedOverAt = handedOverAt
    self.failure = failure
  }
}

/// What of the drafts is on disk, as far as that was told.
package struct DraftsOnDisk: Equatable, Sendable {
  /// A text as it lies on disk, and when it was as it is there.
  private struct Version: Equatable {
    var text: DraftText
    var at: Date
  }

  private struct Failure: Equatable {
    var error: RecordError
    var at: Date
  }

  /// The seconds before what could not be written is tried again.
  package static let pause: TimeInterval = 5

  private var versions: [DraftRow.ID: Version] = [:]
  private var failures: [DraftRow.ID: Failure] = [:]
  /// When that is; nil: all was written, or is being tried.
  private(set) var nextTry: Date?

  package var isComplete: Bool { failures.isEmpty }

  func has(_ error: RecordError) -> Bool { failures.values.contains { $0.error == error } }

  /// Why something is not on disk as it was last typed; nil: it is, or is being written.
  func failure(of id: DraftRow.ID, _ text: DraftText) -> RecordError? {
    versions[id]?.text == text ? nil : failures[id]?.error
  }

  /// When the text was as it lies on disk; nil: there is none of it.
  func keptFrom(_ id: DraftRow.ID) -> Date? { versions[id]?.at }

  mutating func note(_ written: DraftWritten, at now: Date) {
    if let error = written.failure {
      failures[written.id] = Failure(error: error, at: now)
      nextTry = now.addingTimeInterval(Self.pause)
    } else {
      versions[written.id] = written.text.map { Version(text: $0, at: written.handedOverAt) }
      failures[written.id] = nil
      // What was in the way of one is most likely out of the way of the others.
      nextTry = isComplete ? nil : now
    }
  }

  /// Something was found on disk.
  mutating func found(_ id: DraftRow.ID, _ text: DraftText, typedAt: Date) {
    guard versions[id] == nil else { return }
    versions[id] = Version(text: text, at: typedAt)
  }

  /// What could not be written is tried now, and not only once the pause is over.
  mutating func tryAtOnce(_ now: Date) {
    if nextTry != nil { nextTry = now }
  }

  /// What is to be tried again now: of either kind the one that was not tried for longest.
  ///
  /// A lock is waited for, and the journal waits behind that; so it is not all of them at once.
  mutating func due(at now: Date) -> [DraftRow.ID] {
    guard let nextTry, nextTry <= now else { return [] }
    self.nextTry = nil
    let oldestFirst = failures.sorted { $0.value.at < $1.value.at }.map(\.key)
    return [
      oldestFirst.first { if case .organization = $0 { true } else { false } },
      oldestFirst.first { if case .tab = $0 { true } else { false } },
    ].compactMap(\.self)
  }
}

/// A draft that is not on disk as it was last typed.
package struct UnkeptDraft: Equatable, Sendable {
  package let id: DraftRow.ID
  package let text: DraftText
  package let failure: RecordError
  /// When it was as it lies on disk; nil: nothing of it is there.
  package let keptFrom: Date?
}

/// What of a draft would be there after quitting now.
package enum DraftFate: Equatable, Sendable {
  case kept
  /// As it was then; what was typed after that is lost.
  case keptUpTo(Date)
  case lost
}

extension Console {
  package func fate(of id: DraftRow.ID) -> DraftFate {
    guard workplace.keepsRecords else { return .lost }
    guard let unkept = unkeptDrafts.first(where: { $0.id == id }) else { return .kept }
    return unkept.keptFrom.map(DraftFate.keptUpTo) ?? .lost
  }

  /// The drafts that are not on disk as they were last typed, the one last typed in first.
  package var unkeptDrafts: [UnkeptDraft] {
    guard !drafts.disk.isComplete else { return [] }
    return draftRows.compactMap { row in
      let text: DraftText =
        switch row {
        case .organization(let listed): .organization(listed.draft)
        case .tab(let listed): .tab(listed.draft)
        }
      guard let failure = drafts.disk.failure(of: row.id, text) else { return nil }
      return UnkeptDraft(
        id: row.id, text: text, failure: failure, keptFrom: drafts.disk.keptFrom(row.id))
    }
  }

  /// How many drafts are on disk, be it as they once were.
  package var keptDraftCount: Int {
    draftRows.count { fate(of: $0.id) != .lost }
  }

  /// Takes in what became of a draft on disk, and tells of a failure that is new.
  mutating func draftWritten(_ written: DraftWritten, _ turn: inout Turn) {
    let isKnown = written.failure.map { drafts.disk.has($0) } ?? true
    let wasComplete = drafts.disk.isComplete
    drafts.disk.note(written, at: turn.now)
    if let failure = written.failure, !isKnown { turn.notice = .recordFailed(failure) }
    if !wasComplete { recordsKeptAgain() }
  }

  /// Tries again what could not be written, as it is by now.
  mutating func keepUnkeptDrafts(_ turn: inout Turn) {
    for id in drafts.disk.due(at: turn.now) {
      let record: Effect.Record =
        switch id {
        case .organization(let id): editor.unsaved[id].map { .keepDraft(id, $0) } ?? .dropDraft(id)
        case .tab(let id): tabs.drafts[id].map { .keepTabDraft($0) } ?? .dropTabDraft(id)
        }
      turn.effects.append(.record(record))
    }
  }
}
