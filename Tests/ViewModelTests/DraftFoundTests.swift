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

  @Test func `looking at the drafts looks for those of consoles that have ended meanwhile`() {
    var scenario = Scenario.showing(FakeServer(3))
    let count = scenario.records.count

    scenario.send(.drafts(.wanted))

    #expect(scenario.records.dropFirst(count) == [.record(.loadDrafts(takesOver: true))])
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
