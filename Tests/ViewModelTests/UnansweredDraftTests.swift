import Delivery
import Foundation
import Storms
import Testing
import ViewModel
import WorkOS

/// Drafts of a create whose answer was lost, found again by the next run of the program.
struct UnansweredDraftTests {
  @Test func `a draft that was sent without an answer is said to exist, perhaps`() throws {
    var former = Scenario.showing(FakeServer(3))
    former.editor(.creationOpened)
    former.editor(.textChanged(.name, "New"))
    former.submit()
    let (id, draft) = try #require(former.console.editor.unsaved.first)
    let kept = KeptDraft(draft, id: id, typedAt: Scenario.start)

    var scenario = Scenario.showing(FakeServer(3))
    scenario.send(.draftsLoaded([kept]))

    #expect(scenario.notice == .draftsBroughtBack(1, mayExist: 1))
    #expect(scenario.console.listedDrafts.map(\.draft.mayExist) == [true])
  }
}
