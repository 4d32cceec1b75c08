import Delivery
import Foundation
import Storms
import Testing
import ViewModel
import WorkOS

/// How long news stays in the status line.
@Suite(.timeLimit(.minutes(20)))
struct NoticeTests {
  @Test func `news stays for three seconds, however fast the keys come`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.send(.noticed(.copied(what: "id")))

    scenario.advance(2.9)
    scenario.send(.keyPressed)

    #expect(scenario.notice == .copied(what: "id"))
  }

  @Test func `old news goes with the next key`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.send(.noticed(.copied(what: "id")))

    scenario.advance(3)
    scenario.send(.keyPressed)

    #expect(scenario.notice == nil)
  }

  @Test func `what was said of a key goes once the server takes it again`() {
    let server = FakeServer(3)
    var scenario = Scenario.showing(server)
    scenario.list(.refreshWanted)
    scenario.failPage(.status(401))
    scenario.editor(.creationOpened)
    let before = scenario.notice

    scenario.list(.refreshWanted)
    scenario.answerPage(from: server)

    #expect(before == .keyRefused)
    #expect(scenario.notice == nil)
    #expect(scenario.console.otherNotices.isEmpty)
  }

  @Test func `what was said of a file goes once it can be written again`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.send(.recordWritten(RecordError(path: "/drafts", reason: "No space left")))

    scenario.send(.recordWritten(nil))

    #expect(scenario.notice == nil)
  }

  @Test func `below a new review stands nothing of an older save`() {
    var scenario = Scenario.editing(.numbered(1))
    scenario.editor(.textChanged(.name, "New name"))
    scenario.send(
      .noticed(
        .savedPartly(
          done: 1, of: 2, failed: .addDomain("a.example", to: .number(1)), nil,
          isUnknown: false)))
    scenario.send(.noticed(.copied(what: "id")))

    scenario.editor(.reviewWanted)

    #expect(scenario.session?.phase == .reviewing)
    #expect(scenario.notice == nil)
    #expect(scenario.console.otherNotices.isEmpty)
  }

  @Test func `how many fields need attention is said until they are more, or fewer`() {
    var scenario = Scenario.editing(.numbered(1))
    scenario.editor(.textChanged(.name, ""))
    scenario.editor(.textChanged(.externalID, "größe"))
    scenario.editor(.reviewWanted)
    scenario.editor(.textChanged(.externalID, "größer"))
    #expect(scenario.notice == .fieldsNeedAttention(2))

    scenario.editor(.textChanged(.externalID, "size"))

    #expect(scenario.notice == nil)
  }

  @Test func `that a field of a tab's form needs attention goes with what is said below it`() {
    var story = TabStory.members()
    story.tab(.actionWanted("add-member"))
    story.answer(.choices([TabChoice("member", "Member")]))
    story.tab(
      .textChanged("bob", field: "email"), .picked("member", field: "role", beside: false),
      .submitted)
    #expect(story.scenario.notice == .fieldsNeedAttention(1))

    story.tab(.textChanged("bob@", field: "email"))

    #expect(story.tabs.form?.problem(in: "email") == nil)
    #expect(story.scenario.notice == nil)
  }

  @Test func `news does not go by time alone`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.send(.noticed(.copied(what: "id")))

    scenario.wait(600)

    #expect(scenario.notice == .copied(what: "id"))
  }

  @Test func `a save that fails is not hidden behind older news`() {
    var scenario = Scenario.editing(.numbered(1))
    scenario.editor(.textChanged(.name, "New name"))
    scenario.send(unchanged: .numbered(1))
    scenario.send(.noticed(.copied(what: "id")))

    scenario.failSave(.refused)

    #expect(scenario.session?.faults.failure == .refused)
    #expect(scenario.notice == nil)
  }

  @Test func `newer news takes the place of older`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.send(.noticed(.copied(what: "id")))

    scenario.list(.previousPageWanted)

    #expect(scenario.notice == .firstPage)
  }

  @Test func `lesser news does not hide a failure`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.send(.noticed(.readFailed(.timedOut)))

    scenario.advance(10)
    scenario.send(.noticed(.copied(what: "id")))

    #expect(scenario.notice == .readFailed(.timedOut))
    #expect(scenario.console.otherNotices.map(\.subject) == [.copied(what: "id")])
  }

  @Test func `a failure of a moment ago does not hide that a save worked`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.send(.noticed(.readFailed(.timedOut)))

    scenario.saveName("New name", of: 2)

    #expect(scenario.notice == .readFailed(.timedOut))
    #expect(scenario.console.otherNotices.map(\.subject) == [.updated(name: "New name")])
  }

  @Test func `where one is on a page is said until the next key`() {
    var scenario = Scenario.showing(FakeServer(6))
    scenario.list(.previousPageWanted)
    let said = scenario.notice

    scenario.send(.keyPressed)
    scenario.list(.nextPageWanted)

    #expect(said == .firstPage)
    #expect(scenario.notice == nil)
  }

  @Test func `once a key has dropped a failure there is room for news`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.send(.noticed(.readFailed(.timedOut)))

    scenario.advance(3)
    scenario.send(.keyPressed)
    scenario.send(.noticed(.copied(what: "id")))

    #expect(scenario.notice == .copied(what: "id"))
  }

  @Test func `of two failures the newer one shows`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.send(.noticed(.readFailed(.timedOut)))

    scenario.send(.noticed(.deletionUnconfirmed(name: "Customer 2")))

    #expect(scenario.notice == .deletionUnconfirmed(name: "Customer 2"))
    #expect(scenario.console.otherNotices.map(\.subject) == [.readFailed(.timedOut)])
  }
}
