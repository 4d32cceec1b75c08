import Foundation
import Storms
import Testing
import ViewModel
import WorkOS

/// The drafts as they are listed, opened again and discarded.
struct DraftListTests {
  @Test func `the draft last typed in comes first`() {
    var scenario = Scenario.withDrafts(1, 2)
    scenario.advance(60)

    scenario.type("Again", into: 1)

    #expect(scenario.console.listedDrafts.map(\.draft.name) == ["Again", "Draft 2"])
    #expect(scenario.console.listedDrafts.first?.typedAt == scenario.now)
  }

  @Test func `drafts of an earlier time keep the time they were typed at`() {
    var scenario = Scenario.showing(FakeServer(3))
    let hourAgo = Scenario.start - 3600

    scenario.send(.draftsLoaded([.numbered(7, typedAt: hourAgo)]))

    #expect(scenario.console.listedDrafts.map(\.typedAt) == [hourAgo])
  }

  @Test func `the open form is listed as it is now`() {
    var scenario = Scenario.withDrafts(1)

    scenario.editor(.opened(.number(1)))
    scenario.editor(.textChanged(.name, "Newer"))

    #expect(scenario.console.listedDrafts.map(\.draft.name) == ["Newer"])
  }

  @Test func `a draft opens once its organization has been read, on whatever page that is`() {
    var scenario = Scenario.keeping(.numbered(77))
    scenario.send(.drafts(.opened(.organization(.number(77)))))
    #expect(scenario.session == nil)

    scenario.answerRead(.numbered(77))

    #expect(scenario.session?.draft.name == "Draft 77")
    #expect(scenario.session?.phase == .editing)
    #expect(scenario.notice == .draftRestored)
  }

  @Test func `what someone else changed meanwhile is a conflict when it is saved`() {
    var scenario = Scenario.keeping(.numbered(77))
    scenario.send(.drafts(.opened(.organization(.number(77)))))
    scenario.answerRead(.numbered(77, name: "Theirs"))

    scenario.send(unchanged: .numbered(77, name: "Theirs"))

    guard case .conflicted = scenario.session?.phase else {
      Issue.record("no conflict")
      return
    }
  }

  @Test func `the draft of a new organization opens at once`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.editor(.creationOpened)
    scenario.editor(.textChanged(.name, "Half a na"))
    scenario.editor(.left)

    scenario.send(.drafts(.opened(.creation)))

    #expect(scenario.session?.draft.name == "Half a na")
    #expect(scenario.open == [])
  }

  @Test func `a reading that fails says why, and the draft stays`() {
    var scenario = Scenario.keeping(.numbered(77))
    scenario.send(.drafts(.opened(.organization(.number(77)))))

    scenario.failRead(.timedOut)

    #expect(scenario.notice == .readFailed(.timedOut))
    #expect(scenario.console.listedDrafts.map(\.isGone) == [false])
  }

  @Test func `a reading that is given up opens nothing`() {
    var scenario = Scenario.keeping(.numbered(77))
    scenario.send(.drafts(.opened(.organization(.number(77)))))

    scenario.send(.drafts(.openingLeft))

    #expect(scenario.open == [])
    #expect(scenario.console.drafts.opening == nil)
  }

  @Test func `a draft is not opened while its organization is being deleted`() {
    var scenario = Scenario.withDrafts(2)
    scenario.queueDelete(of: 2)

    scenario.send(.drafts(.opened(.organization(.number(2)))))

    #expect(scenario.notice == .organizationLeaving(name: "Customer 2"))
    #expect(scenario.console.drafts.opening == nil)
  }

  @Test func `a discarded draft is gone from the disk, though its organization is not on a page`() {
    var scenario = Scenario.keeping(.numbered(77))

    scenario.send(.drafts(.discarded(.organization(.number(77)))))

    #expect(scenario.console.listedDrafts == [])
    #expect(scenario.records.last == .dropDraft(.organization(.number(77))))
    #expect(scenario.notice == .draftDiscarded)
  }

  @Test func `where one only reads drafts are neither opened nor discarded`() {
    var scenario = Scenario.showing(FakeServer(3), isReadOnly: true)
    scenario.send(.draftsLoaded([.numbered(1)]))

    scenario.send(.drafts(.opened(.organization(.number(1)))))
    scenario.send(.drafts(.discarded(.organization(.number(1)))))

    #expect(scenario.notice == .readOnly)
    #expect(scenario.open == [])
    #expect(scenario.console.listedDrafts.count == 1)
  }
}

extension Scenario {
  /// A console that came up with a draft on disk.
  static func keeping(_ draft: KeptDraft) -> Scenario {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.send(.draftsLoaded([draft]))
    return scenario
  }

  /// A console in which a draft was to be opened, and its organization could not be read.
  static func opened(_ draft: KeptDraft, answered error: WorkOSError) -> Scenario {
    var scenario = Scenario.keeping(draft)
    scenario.send(.drafts(.opened(draft.draft.subject)))
    scenario.failRead(error)
    return scenario
  }

  /// A console in which the names of these organizations were typed anew and not saved.
  static func withDrafts(_ numbers: Int...) -> Scenario {
    var scenario = Scenario.showing(FakeServer(3))
    for number in numbers { scenario.type("Draft \(number)", into: number) }
    return scenario
  }

  /// Types a name into an organization's form, and leaves it.
  mutating func type(_ name: String, into number: Int) {
    editor(.opened(.number(number)))
    editor(.textChanged(.name, name))
    editor(.left)
  }
}

extension KeptDraft {
  static func numbered(_ number: Int, typedAt: Date = Scenario.start) -> KeptDraft {
    var draft = Draft(base: .numbered(number))
    draft.name = "Draft \(number)"
    return KeptDraft(draft, typedAt: typedAt)
  }
}
