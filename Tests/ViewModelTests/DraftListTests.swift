import Delivery
import Foundation
import Storms
import Testing
import ViewModel
import WorkOS

/// The drafts as they are listed, opened again and discarded.
@Suite(.timeLimit(.minutes(20)))
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
    scenario.send(.drafts(.foundAnswered(.goOn)))
    scenario.editor(.textChanged(.name, "Newer"))

    #expect(scenario.console.listedDrafts.map(\.draft.name) == ["Newer"])
  }

  @Test func `a draft opens once its organization has been read, on whatever page that is`() {
    var scenario = Scenario.keeping(.numbered(77))
    scenario.openDraft(of: .organization(.number(77)))
    #expect(scenario.session == nil)

    scenario.answerRead(.numbered(77))

    #expect(scenario.session?.draft.name == "Draft 77")
    #expect(scenario.session?.phase == .editing)
    #expect(scenario.notice == .draftRestored)
  }

  @Test func `what someone else changed meanwhile is a conflict when it is saved`() {
    var scenario = Scenario.keeping(.numbered(77))
    scenario.openDraft(of: .organization(.number(77)))
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

    scenario.openDraft(of: .creation)

    #expect(scenario.session?.draft.name == "Half a na")
    #expect(scenario.open == [])
  }

  @Test func `a reading that fails says why, and the draft stays`() {
    var scenario = Scenario.keeping(.numbered(77))
    scenario.openDraft(of: .organization(.number(77)))

    scenario.failRead(.timedOut)

    #expect(scenario.notice == .readFailed(.timedOut))
    #expect(scenario.console.listedDrafts.map(\.isGone) == [false])
  }

  @Test func `a reading that is given up opens nothing`() {
    var scenario = Scenario.keeping(.numbered(77))
    scenario.openDraft(of: .organization(.number(77)))

    scenario.send(.drafts(.openingLeft))

    #expect(scenario.open == [])
    #expect(scenario.console.drafts.opening == nil)
  }

  @Test func `a draft is not opened while its organization is being deleted`() {
    var scenario = Scenario.withDrafts(2)
    scenario.queueDelete(of: 2)

    scenario.openDraft(of: .organization(.number(2)))

    #expect(scenario.notice == .organizationLeaving(name: "Customer 2"))
    #expect(scenario.console.drafts.opening == nil)
  }

  @Test func `a discarded draft is gone from the disk, though its organization is not on a page`() {
    var scenario = Scenario.keeping(.numbered(77))

    let id = KeptDraft.numbered(77).id
    scenario.send(.drafts(.discarded(id)))

    #expect(scenario.console.listedDrafts == [])
    #expect(scenario.records.last == .record(.dropDraft(id)))
    #expect(scenario.notice == .draftDiscarded)
  }

  @Test func `where one only reads drafts are neither opened nor discarded`() {
    var scenario = Scenario.showing(FakeServer(3), isReadOnly: true)
    scenario.send(.draftsLoaded([.numbered(1)]))

    scenario.openDraft(of: .organization(.number(1)))
    scenario.send(.drafts(.discarded(KeptDraft.numbered(1).id)))

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
    scenario.openDraft(of: draft.draft.subject)
    scenario.failRead(error)
    return scenario
  }

  /// A console in which the names of these organizations were typed anew and not saved.
  static func withDrafts(_ numbers: Int...) -> Scenario {
    var scenario = Scenario.showing(FakeServer(3))
    for number in numbers { scenario.type("Draft \(number)", into: number) }
    return scenario
  }

  /// Opens the draft of a subject from the pane of drafts.
  mutating func openDraft(of subject: Draft.Subject) {
    let id = console.editor.drafts(of: subject).first
    send(.drafts(.opened(id ?? .sample(subject))))
  }

  /// Types a name into an organization's form, going on with what was typed there before.
  mutating func type(_ name: String, into number: Int) {
    editor(.opened(.number(number)))
    send(.drafts(.foundAnswered(.goOn)))
    editor(.textChanged(.name, name))
    editor(.left)
  }
}

extension Draft.ID {
  /// The one draft of a subject that was kept from before.
  static func sample(_ subject: Draft.Subject) -> Draft.ID {
    var bytes: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    let name =
      switch subject {
      case .creation: "creation"
      case .organization(let id): id.rawValue
      }
    withUnsafeMutableBytes(of: &bytes) { $0.copyBytes(from: name.utf8.suffix(16)) }
    return Draft.ID(UUID(uuid: bytes))
  }
}

extension KeptDraft {
  init(_ draft: Draft, typedAt: Date) {
    self.init(draft, id: .sample(draft.subject), typedAt: typedAt)
  }

  static func numbered(_ number: Int, typedAt: Date = Scenario.start) -> KeptDraft {
    var draft = Draft(base: .numbered(number))
    draft.name = "Draft \(number)"
    return KeptDraft(draft, typedAt: typedAt)
  }
}
