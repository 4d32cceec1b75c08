import Delivery
import Foundation
import Storms
import Testing
import ViewModel
import WorkOS

/// The draft of a save of several requests that the program did not live to finish.
@Suite(.timeLimit(.minutes(20)))
struct KilledWhileSavingTests {
  private let acme = Organization.numbered(1, name: "Acme").with { $0.domains = [] }

  private func domain(_ name: String) -> OrganizationDomain {
    OrganizationDomain(id: "d_\(name)", domain: name, state: .pending)
  }

  /// A new name and two domains are on their way; the name is saved, and the first domain sent.
  private func underway() throws -> KeptDraft {
    var scenario = Scenario.editing(acme)
    scenario.editor(.textChanged(.name, "Acme Inc"))
    scenario.add("one.example")
    scenario.add("two.example")
    scenario.submit()
    scenario.answerRead(acme)
    scenario.answerSave(acme.with { $0.name = "Acme Inc" })
    let kept = try #require(scenario.records.compactMap(\.keptDraft).last)
    return KeptDraft(kept, id: Draft.ID(UUID()), typedAt: Scenario.start)
  }

  @Test func `what is on disk says how far it had come`() throws {
    #expect(try underway().draft.saveUnderway == SaveUnderway(done: 1, total: 3, isSent: true))
  }

  @Test func `opened again, what is done is no change any more, and it is told`() throws {
    var scenario = Scenario.showing(FakeServer(3))
    let kept = try underway()
    scenario.send(.draftsLoaded([kept]))
    scenario.send(.keyPressed)

    scenario.send(.drafts(.opened(kept.id)))
    scenario.answerRead(
      acme.with {
        $0.name = "Acme Inc"
        $0.domains = [domain("one.example")]
      })

    #expect(
      scenario.session?.differences
        == [FieldDifference(field: .domain("two.example"), old: nil, new: "pending")])
    #expect(
      scenario.notice == .draftPartlySaved(SaveUnderway(done: 2, total: 3, isSent: false)))
    #expect(scenario.session?.draft.saveUnderway?.done == 2, "for the review")
  }

  @Test func `going on with it by its organization reads that first`() throws {
    var scenario = Scenario.showing(FakeServer(3))
    let kept = try underway()
    scenario.send(.draftsLoaded([kept]))

    scenario.editor(.opened(acme.id))
    scenario.send(.drafts(.foundAnswered(.goOn)))
    let isOpen = scenario.session != nil
    scenario.answerRead(acme.with { $0.name = "Acme Inc" })

    #expect(!isOpen)
    #expect(
      scenario.notice == .draftPartlySaved(SaveUnderway(done: 1, total: 3, isSent: true)))
  }

  @Test func `where all of it is there, the draft goes, and that is said`() throws {
    var scenario = Scenario.showing(FakeServer(3))
    let kept = try underway()
    scenario.send(.draftsLoaded([kept]))

    scenario.send(.drafts(.opened(kept.id)))
    scenario.answerRead(
      acme.with {
        $0.name = "Acme Inc"
        $0.domains = [domain("one.example"), domain("two.example")]
      })

    #expect(scenario.session == nil)
    #expect(scenario.console.editor.unsavedCount == 0)
    #expect(scenario.notice == .draftCarriedOut(name: "Acme Inc"))
    #expect(scenario.records.last == .record(.dropDraft(kept.id)))
  }

  @Test func `what someone else has changed too stays for the person to decide`() throws {
    var scenario = Scenario.showing(FakeServer(3))
    let kept = try underway()
    scenario.send(.draftsLoaded([kept]))

    scenario.send(.drafts(.opened(kept.id)))
    scenario.answerRead(acme.with { $0.name = "Theirs" })

    #expect(scenario.session?.draft.fields[.domain("two.example")] == "pending")
    #expect(scenario.session?.draft.saveUnderway != nil)
  }
}
