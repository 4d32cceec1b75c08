import Testing
import ViewModel
import WorkOS

/// What holds whatever happens, in whatever order.
struct StormTests {
  /// Each seed is a session of a thousand events.
  @Test(arguments: UInt64(1)...100)
  func `nothing a person, a server or others do breaks the console`(seed: UInt64) {
    var storm = Storm(seed: seed, isReadOnly: seed.isMultiple(of: 10))
    for step in 1...1000 {
      let before = storm.scenario.console
      let effects = storm.step()
      let broken = brokenRules(before, effects, storm)
      guard broken.isEmpty else {
        Issue.record("seed \(seed), step \(step): \(broken) after \(storm.lastEvent)")
        return
      }
    }
  }

  private func brokenRules(_ before: Console, _ effects: [Effect], _ storm: Storm) -> [String] {
    let console = storm.scenario.console
    let list = console.list
    var broken: [String] = []
    func rule(_ name: String, _ holds: Bool) { if !holds { broken.append(name) } }

    rule("the page on screen exists", list.shown.pages.isEmpty || list.shown.page != nil)
    rule(
      "the selection is on a page",
      list.selection.map { list.shown.organization($0) != nil } ?? list.shown.rows.isEmpty)
    rule(
      "the selection is on screen",
      list.rows.isEmpty || list.selectedRow != nil)
    rule("a row is shown once", Set(list.rows.map(\.id)).count == list.rows.count)
    rule(
      "the pages are a chain",
      zip(list.shown.pages, list.shown.pages.dropFirst()).allSatisfy { page, next in
        next.cursor == page.after.map(PageCursor.after)
      })
    rule(
      "one page is read at a time in each list",
      storm.scenario.open.count(where: \.isPage) <= 2)
    rule(
      "what is waited for is being asked",
      list.shown.load.map { load in
        storm.scenario.open.contains { $0.requestID == load.pending.id }
      } ?? true)
    rule("one delete for each intent", deletesAreIntended(before, effects))
    rule(
      "one save at a time",
      storm.scenario.open.count { $0.isWrite && !$0.isDelete } <= 1)
    rule(
      "nothing is written in read-only",
      !console.workplace.isReadOnly || !effects.contains(where: \.isWrite))
    rule(
      "drafts leave by save, discard or delete",
      draftsAreKept(before, console, after: storm.lastEvent))
    rule("what is typed is on disk, and nothing else", storm.disk == console.editor.unsaved)
    rule(
      "what is read before a draft opens is being asked",
      console.drafts.opening.map { opening in
        storm.scenario.open.contains { $0.requestID == opening.read.id }
      } ?? true)
    rule(
      "quitting is over only when writes are",
      console.quitting != .done || before.quitting == .done || !console.hasWritesUnderway)
    return broken
  }

  /// Every delete that is sent was queued before, or confirmed just now, and is not sent twice.
  private func deletesAreIntended(_ before: Console, _ effects: [Effect]) -> Bool {
    let deletes = effects.compactMap(\.deleted)
    let queued = before.deletions.unsent.map(\.organization.id)
    return Set(deletes).count == deletes.count && deletes.allSatisfy(queued.contains)
  }

  private func draftsAreKept(
    _ before: Console, _ console: Console, after event: Event
  ) -> Bool {
    let ways: [Bool] = before.editor.drafts.keys.map { subject in
      let isKept = console.editor.drafts[subject] != nil
      let wasOpen = before.editor.session?.draft.subject == subject
      let wasDeleted = before.deletions.underway.contains {
        .organization($0.organization.id) == subject
      }
      let wasDiscarded = event == .drafts(.discarded(subject))
      let wasRestored =
        before.restoring?.source == .draft(subject) && console.editor.unsaved[.creation] != nil
      return isKept || wasOpen || wasDeleted || wasDiscarded || wasRestored
    }
    return ways.allSatisfy { $0 }
  }
}
