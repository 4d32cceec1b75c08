import Delivery
import Foundation
import Storms
import Testing
import ViewModel
import WorkOS

/// Which drafts are kept on disk, and when they go from there.
@Suite(.timeLimit(.minutes(20)))
struct DraftRecordTests {
  @Test func `each change to a form is kept`() {
    var scenario = Scenario.editing(.numbered(1))

    scenario.editor(.textChanged(.name, "N"))
    scenario.editor(.textChanged(.name, "Ne"))

    #expect(scenario.records.compactMap(\.keptDraft).map(\.name) == ["N", "Ne"])
  }

  @Test func `typing everything back drops the draft`() {
    var scenario = Scenario.editing(.numbered(1))
    scenario.editor(.textChanged(.name, "N"))

    scenario.editor(.textChanged(.name, "Customer 1"))

    #expect(scenario.records.last == .record(.dropDraft(scenario.keptIDs[0])))
  }

  @Test func `leaving the form writes nothing anew`() {
    var scenario = Scenario.editing(.numbered(1))
    scenario.editor(.textChanged(.name, "N"))
    let count = scenario.records.count

    scenario.editor(.left)
    scenario.send(.keyPressed)
    scenario.wait(1)

    #expect(scenario.records.count == count)
  }

  @Test func `discarding drops the draft`() {
    var scenario = Scenario.editing(.numbered(1))
    scenario.editor(.textChanged(.name, "N"))

    scenario.editor(.discarded)

    #expect(scenario.records.last == .record(.dropDraft(scenario.keptIDs[0])))
  }

  @Test func `saving drops the draft`() {
    var scenario = Scenario.showing(FakeServer(3))

    scenario.saveName("New name", of: 1)

    #expect(scenario.records.last == .record(.dropDraft(scenario.keptIDs[0])))
  }

  @Test func `deleting drops the draft`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.editor(.opened(.number(2)))
    scenario.editor(.textChanged(.name, "N"))
    scenario.editor(.left)

    scenario.delete(2)

    #expect(scenario.records.last == .record(.dropDraft(scenario.keptIDs[0])))
  }

  @Test func `drafts of the last time are brought back`() {
    var scenario = Scenario.showing(FakeServer(3))

    scenario.send(.draftsLoaded([kept("Old")]))
    scenario.editor(.opened(.number(1)))
    scenario.send(.drafts(.foundAnswered(.goOn)))

    #expect(scenario.session?.draft.name == "Old")
    #expect(scenario.console.editor.hasUnsavedEdits)
  }

  @Test func `drafts that come back are not written anew`() {
    var scenario = Scenario.showing(FakeServer(3))
    let count = scenario.records.count

    scenario.send(.draftsLoaded([kept("Old")]))

    #expect(scenario.records.count == count)
    #expect(scenario.notice == .draftsBroughtBack(1))
  }

  @Test func `where one only reads drafts are there to be looked at, and hold up nothing`() {
    var scenario = Scenario.showing(FakeServer(3), isReadOnly: true)

    scenario.send(.draftsLoaded([kept("Old")]))
    scenario.send(.quitWanted)

    #expect(scenario.console.listedDrafts.map(\.draft.name) == ["Old"])
    #expect(scenario.notice == nil)
    #expect(scenario.console.quitting == .done)
  }

  @Test func `what was typed since stands beside what was kept, and comes first`() {
    var scenario = Scenario.editing(.numbered(1))
    scenario.editor(.textChanged(.name, "Newer"))
    scenario.editor(.left)

    scenario.send(.draftsLoaded([kept("Old")]))

    #expect(scenario.console.listedDrafts.map(\.draft.name) == ["Newer", "Old"])
    #expect(!scenario.records.contains(.record(.dropDraft(kept("Old").id))))
  }

  @Test func `a form opened before the disk was read stays what it is`() {
    var scenario = Scenario.editing(.numbered(1))

    scenario.send(.draftsLoaded([kept("Old")]))
    scenario.editor(.textChanged(.name, "Newer"))

    #expect(scenario.session?.draft.name == "Newer")
    #expect(scenario.console.listedDrafts.map(\.draft.name) == ["Newer", "Old"])
  }

  @Test func `what was loaded before is not news a second time`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.send(.draftsLoaded([kept("Old")]))
    scenario.wait(5)
    scenario.send(.keyPressed)

    scenario.send(.draftsLoaded([kept("Old")]))

    #expect(scenario.notice == nil)
    #expect(scenario.console.listedDrafts.count == 1)
  }

  private func kept(_ name: String) -> KeptDraft {
    var draft = Draft(base: .numbered(1))
    draft.name = name
    return KeptDraft(draft, typedAt: Scenario.start - 60)
  }
}

extension Effect {
  var keptDraft: Draft? { if case .record(.keepDraft(_, let draft)) = self { draft } else { nil } }
}

extension Scenario {
  /// The drafts that were kept, each as often as it was.
  var keptIDs: [Draft.ID] {
    records.compactMap { if case .record(.keepDraft(let id, _)) = $0 { id } else { nil } }
  }
}
