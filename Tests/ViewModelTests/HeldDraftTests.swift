import Delivery
import Foundation
import Storms
import Testing
import WorkOS

@testable import ViewModel

/// What was typed and cannot be written to disk, as another program holds the lock there.
@Suite(.timeLimit(.minutes(20)))
struct HeldDraftTests {
  private static let held = RecordError(
    path: "/state/tab-drafts", reason: "another program has locked it")

  @Test func `it is told once, tried again as it is by then, and forgotten once it is written`() {
    var story = TabStory.typing("z")
    story.disk(Self.held)
    #expect(story.scenario.notice == .recordFailed(Self.held))
    story.scenario.wait(3)
    story.scenario.send(.keyPressed)
    #expect(story.scenario.notice == nil)

    story.tab(.textChanged("zo", field: "email"))
    story.disk(Self.held)

    #expect(story.scenario.notice == nil, "it was told already")
    #expect(story.scenario.console.unkeptDrafts.map(\.failure) == [Self.held])
    let count = story.scenario.records.count
    #expect(story.scenario.console.drafts.disk.nextTry == story.scenario.now + DraftsOnDisk.pause)
    story.scenario.wait(DraftsOnDisk.pause - 1)
    #expect(story.scenario.records.count == count)
    story.scenario.wait(1)
    #expect(story.keptTexts.suffix(1) == ["zo"])
    #expect(story.scenario.records.count == count + 1)
    story.disk(nil)
    #expect(story.scenario.console.unkeptDrafts.isEmpty)
    story.scenario.wait(60)
    #expect(story.scenario.records.count == count + 1, "at rest nothing is written")
  }

  @Test func `what was said goes once it is written`() {
    var story = TabStory.typing("z")
    story.disk(Self.held)

    story.scenario.wait(DraftsOnDisk.pause)
    story.disk(nil)

    #expect(story.scenario.notice == nil)
    #expect(!story.scenario.console.wouldLoseDrafts)
  }

  @Test func `quitting says from when what is kept is, and asks`() {
    var story = TabStory.typing("z")
    story.disk(nil)
    let kept = story.scenario.now
    story.scenario.wait(7)
    story.tab(.textChanged("zo", field: "email"))
    #expect(story.fate == .kept, "it is being written")

    story.disk(Self.held)

    #expect(story.fate == .keptUpTo(kept))
    #expect(story.scenario.console.keptDraftCount == 1)
    story.scenario.send(.quitWanted)
    #expect(story.scenario.console.quitting == .asking)
  }

  @Test func `the very text that is on disk is not lost, whatever failed since`() {
    var story = TabStory.typing("z")
    story.disk(nil)
    story.tab(.textChanged("zo", field: "email"))
    story.disk(Self.held)

    story.tab(.textChanged("z", field: "email"))
    story.disk(Self.held)

    #expect(story.fate == .kept)
    #expect(!story.scenario.console.wouldLoseDrafts)
  }

  @Test func `what an earlier run has left is on disk`() {
    var story = TabStory(keepsRecords: true)
    let draft = TabStory.typing("z").drafts[0]
    story.bringBack(draft)
    let typedAt = story.scenario.now - 3600
    story.tab(.shown(2))
    story.answer(.page(Page(items: [.jane, .bob])))
    story.tab(
      .actionWanted("add-member"), .foundAnswered(.goOn), .textChanged("zo", field: "email"))

    story.disk(Self.held)

    #expect(story.fate == .keptUpTo(typedAt))
  }

  @Test func `what was discarded is tried to be removed again`() {
    var story = TabStory.typing("z")
    story.disk(nil)
    let id = story.drafts[0].id
    story.tab(.formDiscarded)
    story.disk(Self.held)

    story.scenario.wait(DraftsOnDisk.pause)

    #expect(
      story.scenario.records.suffix(2) == [
        .record(.dropTabDraft(id)), .record(.dropTabDraft(id)),
      ])
    #expect(!story.scenario.console.wouldLoseDrafts)
  }

  @Test func `that something else was written does not make it kept`() {
    var story = TabStory.typing("z")
    story.disk(Self.held)
    let other = DraftRow.ID.organization(.sample(.creation))

    story.scenario.send(.draftWritten(DraftWritten(other, nil, at: story.scenario.now)))
    story.scenario.send(.recordWritten(nil))

    #expect(story.fate == .lost)
    #expect(story.scenario.notice == .recordFailed(Self.held))
  }

  @Test func `of several one is tried at a time, and the others as soon as that could be written`()
  {
    var story = TabStory.typing("z")
    story.disk(Self.held)
    story.tab(.formLeft)
    story.tab(.selectionMoved(by: 1), .actionWanted("change-role"))
    story.answer(.choices([TabChoice("admin", "Admin"), TabChoice("member", "Member")]))
    story.tab(.picked("admin", field: "role", beside: false))
    story.disk(Self.held)
    let count = story.scenario.records.count

    story.scenario.wait(DraftsOnDisk.pause)
    #expect(story.scenario.records.count == count + 1)
    story.disk(nil)
    story.scenario.wait(0)

    #expect(story.scenario.records.count == count + 2)
    story.disk(nil)
    #expect(story.scenario.console.unkeptDrafts.isEmpty)
  }

  @Test func `it is tried at once when the program is to be left, and while that is asked`() {
    var story = TabStory.typing("z")
    story.disk(Self.held)
    let count = story.scenario.records.count

    story.scenario.send(.quitWanted)
    #expect(story.scenario.console.quitting == .asking)
    #expect(story.scenario.console.nextWake(after: story.scenario.now) == story.scenario.now)
    story.scenario.wait(0)

    #expect(story.scenario.records.count == count + 1)
    story.disk(nil)
    #expect(story.fate == .kept)
  }

  @Test func `the form of an organization fares no worse`() {
    var scenario = Scenario.showing(FakeServer(3), keepsRecords: true)
    scenario.editor(.opened(.number(1)))
    scenario.editor(.textChanged(.name, "N"))
    guard case .record(.keepDraft(let id, let draft))? = scenario.records.last else {
      Issue.record("nothing is kept")
      return
    }
    let count = scenario.records.count

    scenario.send(
      .draftWritten(
        DraftWritten(
          .organization(id), .organization(draft), at: scenario.now, failure: Self.held)))
    scenario.editor(.left)
    #expect(scenario.console.otherNotices.isEmpty || scenario.console.notice != nil)
    scenario.wait(DraftsOnDisk.pause)

    #expect(scenario.records.dropFirst(count) == [.record(.keepDraft(id, draft))])
    #expect(scenario.console.wouldLoseDrafts)
  }
}

extension TabStory {
  /// Somebody types an address into the form for a new member.
  fileprivate static func typing(_ text: String) -> TabStory {
    var story = members(keepsRecords: true)
    story.tab(.actionWanted("add-member"), .textChanged(text, field: "email"))
    return story
  }

  fileprivate var drafts: [TabDraft] { tabs.unsent }

  fileprivate var fate: DraftFate? {
    drafts.first.map { scenario.console.fate(of: .tab($0.id)) }
  }

  /// What was to be kept of the address, in order.
  fileprivate var keptTexts: [String] {
    scenario.records.compactMap {
      if case .record(.keepTabDraft(let draft)) = $0 { draft.values.text("email") } else { nil }
    }
  }

  /// The disk has done what was last wanted of it, or could not.
  fileprivate mutating func disk(_ failure: RecordError?) {
    let written: DraftWritten
    switch scenario.records.last {
    case .record(.keepTabDraft(let draft)):
      written = DraftWritten(.tab(draft.id), .tab(draft), at: scenario.now, failure: failure)
    case .record(.dropTabDraft(let id)):
      written = DraftWritten(.tab(id), nil, at: scenario.now, failure: failure)
    default:
      Issue.record("nothing is wanted of the disk")
      return
    }
    scenario.send(.draftWritten(written))
  }
}
