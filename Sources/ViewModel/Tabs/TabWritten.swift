import Delivery
import Foundation
import JSON
import WorkOS

/// A write of a tab as the journal tells of it, once it is done.
package struct TabWritten: Sendable {
  package var verb: Delivery.Verb
  package var id: String?
  package var name: String
  /// The organization that the row belongs to, by its id and name alone.
  package var organization: Organization
  /// The row before and after, as far as the journal has it.
  package var before: TabRow?
  package var after: TabRow?
  /// The rows of the organization that a write under way changes or takes away.
  package var leaving: Set<TabRow.ID> = []
}

/// How a write of a tab is taken back.
package enum TabTakingBack: Sendable {
  /// By another write, behind a question.
  case write(TabWrite)
  /// Not from the journal, and why, as a sentence.
  case impossible(String)
}

extension TabRow {
  /// A row as the journal keeps it, by how it is made of what the server sent.
  static func kept<Item: Decodable>(
    as json: RawJSON, _ row: (Received<Item>) -> TabRow
  ) -> TabRow? {
    (try? JSONDecoder().decode(Item.self, from: json.bytes)).map { row(Received($0, json: json)) }
  }
}

extension TabCatalog {
  /// The tab whose rows a write of the journal is about.
  package func tab(of entry: JournalEntry) -> (any Tab)? {
    tabs.first { $0.kinds.contains(entry.intent.subject.kind.rawValue) }
  }

  /// The row that a write of the journal was about, before and after it.
  package func rows(of entry: JournalEntry) -> (before: TabRow?, after: TabRow?) {
    guard let tab = tab(of: entry) else { return RetentionForm.rows(of: entry) ?? (nil, nil) }
    return (
      entry.intent.before.flatMap(tab.row), entry.outcome?.after.flatMap(tab.row)
    )
  }

  /// How a write of the journal is taken back; nil: it is about no row of a tab.
  ///
  /// - Parameter leaving: the rows of its organization that a write under way changes or takes away.
  package func takingBack(
    _ entry: JournalEntry, leaving: Set<TabRow.ID> = []
  ) -> TabTakingBack? {
    let subject = entry.intent.subject
    guard let tab = tab(of: entry), let owner = subject.organization else { return nil }
    switch entry.outcome?.result {
    case .done: break
    // Whether it is gone, the reading before the write shows.
    case _ where entry.mayHaveTakenAway: break
    case .neverSent, .queued:
      return .impossible("It was not sent, so there is nothing to take back.")
    case .failed: return .impossible("It was not done, so there is nothing to take back.")
    case .partly, .unknown, nil:
      return .impossible(
        "Nobody knows whether it was done, so nothing is taken back. Look in the tab \(tab.title), "
          + "and change it there.")
    }
    // The journal names who was named when it was written, though older answers tell the id alone.
    let (before, after) = rows(of: entry)
    let takingBack = tab.takingBack(
      TabWritten(
        verb: entry.intent.verb, id: subject.id ?? after?.id, name: subject.name,
        organization: Organization(id: Organization.ID(rawValue: owner.id), name: owner.name),
        before: before.map { tab.row($0, knownAs: subject.name) },
        after: after.map { tab.row($0, knownAs: subject.name) }, leaving: leaving))
    guard case .write(var write) = takingBack, entry.mayHaveTakenAway else { return takingBack }
    write.warnings.append("No answer told that it is gone. If it is still there, nothing is sent.")
    return .write(write)
  }
}

extension Console {
  /// Asks whether a write of a tab is to be taken back, or says why it cannot be; false: it is none.
  mutating func takeBackOfTab(_ entry: JournalEntry, _ turn: inout Turn) -> Bool {
    guard let tab = tabs.catalog.tab(of: entry), let owner = entry.intent.subject.organization,
      let takingBack = tabs.catalog.takingBack(
        entry,
        leaving: tabs.leaving(
          OrganizationTabs.Address(
            organization: Organization.ID(rawValue: owner.id), tab: tab.id)))
    else { return false }
    switch takingBack {
    case .impossible(let sentence): turn.notice = .notPossible(because: sentence)
    case .write where access.isRefused: turn.notice = .keyRefused
    case .write where tabs.form != nil || tabs.asking != nil: break
    case .write(var write):
      if !workplace.isKey(of: entry.intent.author) {
        write.warnings.append(
          "It was written with the key that ends in …\(entry.intent.author.keyEnding), and this "
            + "console has the one that ends in …\(workplace.keyEnding).")
      }
      tabs.asking = TabAsking(
        write, "take-back",
        of: Organization(id: Organization.ID(rawValue: owner.id), name: owner.name), in: tab.id,
        isLive: workplace.asksForNameOnDelete)
    }
    return true
  }
}
