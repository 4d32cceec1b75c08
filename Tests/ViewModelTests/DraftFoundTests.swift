import Foundation
import Storms
import Testing
import ViewModel
import WorkOS

/// What is asked before a form opens for which something was typed before.
@Suite(.timeLimit(.minutes(20)))
struct DraftFoundTests {
  @Test func `a second new organization is not typed into the draft of the first unasked`() {
    var scenario = Scenario.withCreation("Foo Ltd")

    scenario.editor(.creationOpened)

    #expect(scenario.session == nil)
    #expect(scenario.console.foundDraft?.draft.name == "Foo Ltd")
  }

  @Test func `begun afresh the form is empty, and both are kept side by side`() {
    var scenario = Scenario.withCreation("Foo Ltd")
    scenario.editor(.creationOpened)

    scenario.send(.drafts(.foundAnswered(.beginAfresh)))
    scenario.advance(60)
    scenario.editor(.textChanged(.name, "Bar Inc"))
    scenario.editor(.left)

    #expect(scenario.console.listedDrafts.map(\.draft.name) == ["Bar Inc", "Foo Ltd"])
    #expect(Set(scenario.keptIDs).count == 2)
    #expect(!scenario.records.contains { if case .record(.dropDraft) = $0 { true } else { false } })
  }

  @Test func `of several the one last typed in is found, and how many others there are`() {
    var scenario = Scenario.withCreation("Foo Ltd")
    scenario.editor(.creationOpened)
    scenario.send(.drafts(.foundAnswered(.beginAfresh)))
    scenario.advance(60)
    scenario.editor(.textChanged(.name, "Bar Inc"))
    scenario.editor(.left)

    scenario.editor(.creationOpened)

    #expect(scenario.console.foundDraft?.draft.name == "Bar Inc")
    #expect(scenario.console.drafts.found?.others == 1)
  }

  @Test func `saving one leaves the other`() {
    var scenario = Scenario.withCreation("Foo Ltd")
    scenario.editor(.creationOpened)
    scenario.send(.drafts(.foundAnswered(.beginAfresh)))
    scenario.editor(.textChanged(.name, "Bar Inc"))

    scenario.submit()
    scenario.answerSave(.numbered(9, name: "Bar Inc"))

    #expect(scenario.console.listedDrafts.map(\.draft.name) == ["Foo Ltd"])
  }

  @Test func `discarding one leaves the other`() {
    var scenario = Scenario.withDrafts(1)
    scenario.editor(.opened(.number(1)))
    scenario.send(.drafts(.foundAnswered(.beginAfresh)))
    scenario.editor(.textChanged(.name, "Again"))

    scenario.editor(.discarded)

    #expect(scenario.console.listedDrafts.map(\.draft.name) == ["Draft 1"])
    #expect(scenario.records.last == scenario.keptIDs.last.map { .record(.dropDraft($0)) })
  }

  @Test func `an organization is begun afresh with what is saved of it`() {
    var scenario = Scenario.withDrafts(1)
    scenario.editor(.opened(.number(1)))

    scenario.send(.drafts(.foundAnswered(.beginAfresh)))

    #expect(scenario.session?.draft == Draft(base: .numbered(1)))
    #expect(scenario.console.listedDrafts.map(\.draft.name) == ["Draft 1"])
  }

  @Test func `gone on with, the draft is back as it was`() {
    var scenario = Scenario.withDrafts(1)
    scenario.editor(.opened(.number(1)))

    scenario.send(.drafts(.foundAnswered(.goOn)))

    #expect(scenario.session?.draft.name == "Draft 1")
    #expect(scenario.notice == .draftRestored)
    #expect(scenario.console.drafts.found == nil)
  }

  @Test func `left, nothing opens and nothing is lost`() {
    var scenario = Scenario.withDrafts(1)
    scenario.editor(.opened(.number(1)))

    scenario.send(.drafts(.foundAnswered(.openNothing)))

    #expect(scenario.session == nil)
    #expect(scenario.console.drafts.found == nil)
    #expect(scenario.console.listedDrafts.count == 1)
  }

  @Test func `from the list of drafts the very one opens, unasked`() {
    var scenario = Scenario.withCreation("Foo Ltd")
    scenario.editor(.creationOpened)
    scenario.send(.drafts(.foundAnswered(.beginAfresh)))
    scenario.advance(60)
    scenario.editor(.textChanged(.name, "Bar Inc"))
    scenario.editor(.left)

    scenario.send(.drafts(.opened(scenario.console.listedDrafts[1].id)))

    #expect(scenario.session?.draft.name == "Foo Ltd")
  }

  @Test func `a question whose draft goes with its organization is no question any more`() {
    var scenario = Scenario.withDrafts(2)
    scenario.editor(.opened(.number(2)))

    scenario.delete(2)

    #expect(scenario.console.drafts.found == nil)
    #expect(scenario.console.listedDrafts == [])
  }

  @Test func `what was not typed in is no draft to be asked about`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.editor(.creationOpened)
    scenario.editor(.left)

    scenario.editor(.creationOpened)

    #expect(scenario.session != nil)
    #expect(scenario.console.drafts.found == nil)
  }

  @Test func `a form of a tab is begun afresh beside its draft, which stays on disk untouched`() {
    var story = TabStory.leaving("zoe@acme.com")
    let count = story.scenario.records.count
    let former = story.tabs.unsent

    story.tab(.actionWanted("add-member"), .foundAnswered(.beginAfresh))
    #expect(story.tabs.unsent == former)
    story.tab(.textChanged("y", field: "email"), .textChanged("", field: "email"), .formLeft)

    #expect(story.tabs.unsent == former)
    let dropped = story.scenario.records.dropFirst(count).compactMap { effect -> TabDraft.ID? in
      if case .record(.dropTabDraft(let id)) = effect { id } else { nil }
    }
    #expect(dropped.count == 1, "of the letter that was typed and taken back")
    #expect(dropped.first != former.first?.id)
  }

  @Test func `of several drafts of a form the one last typed in is found, and the others counted`()
  {
    var story = TabStory.leaving("zoe@acme.com")
    story.tab(.actionWanted("add-member"), .foundAnswered(.beginAfresh))
    story.scenario.advance(60)
    story.tab(.textChanged("yan@acme.com", field: "email"), .formLeft)

    story.tab(.actionWanted("add-member"))

    #expect(story.tabs.found?.draft.values["email"].text == "yan@acme.com")
    #expect(story.tabs.found?.others == 1)
    story.tab(.foundAnswered(.goOn), .formDiscarded, .actionWanted("add-member"))
    #expect(story.tabs.found?.draft.values["email"].text == "zoe@acme.com")
    #expect(story.tabs.found?.others == 0)
  }

  @Test func `a draft of a tab whose text was all taken back is none, and does not come again`() {
    var story = TabStory.leaving("zoe@acme.com")
    story.tab(.actionWanted("add-member"), .foundAnswered(.goOn))

    story.tab(.textChanged("", field: "email"), .formLeft)

    #expect(story.tabs.unsent == [])
    story.tab(.actionWanted("add-member"))
    #expect(story.tabs.form != nil)
  }

  @Test func `looking at the drafts looks for those of consoles that have ended meanwhile`() {
    var scenario = Scenario.showing(FakeServer(3))
    let count = scenario.records.count

    scenario.send(.drafts(.wanted))

    #expect(scenario.records.dropFirst(count) == [.record(.loadDrafts(takesOver: true))])
  }
}

extension TabStory {
  /// The address of a new member was typed, and the form left.
  fileprivate static func leaving(_ address: String) -> TabStory {
    var story = members()
    story.tab(
      .actionWanted("add-member"), .textChanged(address, field: "email"), .formLeft)
    return story
  }
}

extension Scenario {
  /// A console in which a new organization was begun and left.
  fileprivate static func withCreation(_ name: String) -> Scenario {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.editor(.creationOpened)
    scenario.editor(.textChanged(.name, name))
    scenario.editor(.left)
    return scenario
  }
}
