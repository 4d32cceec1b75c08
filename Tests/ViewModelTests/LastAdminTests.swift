import Delivery
import Foundation
import Testing
import WorkOS

@testable import ViewModel

/// Whether there is another admin is read before one is taken away, as others write too.
struct LastAdminTests {
  private let rachel = TabRow.member("om_4", "rachel@acme.com", role: "admin")
  private let noAdmin = TabRow.member("om_4", "rachel@acme.com", role: "member")

  /// Jane and Rachel are admins, as far as is loaded; Jane is to be a member.
  private func changingJane() -> TabStory {
    var story = TabStory()
    story.tab(.shown(2))
    story.answer(.page(Page(items: [.jane, .bob, rachel])))
    story.tab(.actionWanted("change-role"))
    story.answer(.choices([TabChoice("admin", "Admin"), TabChoice("member", "Member")]))
    story.tab(.picked("member", field: "role", beside: false), .submitted, .reviewAccepted)
    return story
  }

  private let question = TabQuestion(
    "Perhaps the last admin?", ["rachel@acme.com is none any more."], accept: "Change the role",
    topic: "last admin")

  @Test func `the other admin is read, and while they are one nothing more is asked`() {
    var story = changingJane()
    #expect(story.asked.last?.path == "\(TabStory.path)/om_4")
    #expect(story.sent == nil)

    story.answer(.question(nil))
    #expect(story.sent == nil, "she is read last")
    story.answer(.row(.jane))

    #expect(story.sent == "PUT \(TabStory.path)/om_1 {\"role_slug\":\"member\"}")
  }

  @Test func `someone made the other admin a member meanwhile, so it is asked before it is sent`() {
    var story = changingJane()

    story.answer(.question(question))

    #expect(story.tabs.asking?.question == question)
    #expect(story.sent == nil)
    story.tab(.confirmed)
    story.answer(.question(question))
    story.answer(.row(.jane))
    #expect(story.sent == "PUT \(TabStory.path)/om_1 {\"role_slug\":\"member\"}")
  }

  @Test func `a no sends nothing, and the review is there as it was`() {
    var story = changingJane()
    story.answer(.question(question))

    story.tab(.cancelled)

    #expect(story.tabs.asking == nil)
    #expect(story.write?.name == "jane@acme.com")
    #expect(story.sent == nil)
  }

  @Test func `a removal that is asked about once more waits no longer by the journal, either`() {
    var story = TabStory()
    story.tab(.shown(2))
    story.answer(.page(Page(items: [.jane, .bob, rachel])))
    story.tab(.actionWanted("remove-member"), .confirmed)
    story.scenario.wait(5)

    story.answer(.question(question))

    #expect(story.tabs.asking?.question == question)
    guard case .record(.outcome(_, let outcome))? = story.scenario.records.last else {
      Issue.record("The journal has it as queued.")
      return
    }
    #expect(outcome == JournalOutcome(result: .neverSent, tries: 0, reason: .hindered))
  }

  @Test func `who does something else meanwhile is not asked, but told, and asked the next time`() {
    var story = TabStory()
    story.tab(.shown(2))
    story.answer(.page(Page(items: [.jane, .bob, rachel])))
    story.tab(.actionWanted("remove-member"), .confirmed, .filterChanged("j"))
    story.scenario.wait(5)

    story.answer(.question(question))

    #expect(story.tabs.asking == nil, "a letter of the filter would be the answer")
    #expect(story.sent == nil)
    #expect(
      story.notice
        == .refused(
          "Nothing was sent for jane@acme.com. rachel@acme.com is none any more. Do it again to be asked."
        ))
    story.answer(.page(Page(items: [.jane, .bob, noAdmin])))
    story.tab(.actionWanted("remove-member"))
    #expect(story.tabs.asking?.write.questions.contains { $0.topic == question.topic } == true)
  }

  @Test func `what may be done already is asked about with that word`() {
    var story = TabStory(retryPolicy: RetryPolicy())
    story.tab(.shown(2))
    story.answer(.page(Page(items: [.jane, .bob, rachel])))
    story.tab(.actionWanted("remove-member"), .confirmed)
    story.scenario.wait(5)
    story.answer(.question(nil))
    story.answer(.row(.jane))
    story.fail(.timedOut)
    story.scenario.wait(60)
    story.answer(.row(.jane))

    story.answer(.question(question))

    #expect(story.tabs.asking?.write.warnings.contains(TabWrite.mayBeDoneAlready) == true)
  }

  @Test func `who takes both admins away within the grace is asked about the second`() throws {
    var story = TabStory()
    story.tab(.shown(2))
    story.answer(.page(Page(items: [.jane, rachel, .bob])))
    story.tab(.actionWanted("remove-member"), .confirmed, .selectionMoved(by: 1))

    story.tab(.actionWanted("remove-member"))

    let questions = try #require(story.tabs.asking?.write.questions)
    #expect(questions.last?.topic == question.topic)
    #expect(questions.last?.text.first?.contains("jane@acme.com") == true)
    story.tab(.confirmed)
    #expect(story.tabs.underway.count == 1, "it was agreed to once, and is asked about twice")
  }

  @Test func `of two that ask about each other the second waits until the first is over`() {
    var story = TabStory()
    let third = TabRow.member("om_5", "ada@acme.com", role: "admin")
    story.tab(.shown(2))
    story.answer(.page(Page(items: [.jane, rachel, third, .bob])))
    for _ in 0..<2 {
      story.tab(.actionWanted("remove-member"), .confirmed, .selectionMoved(by: 1))
    }
    #expect(story.tabs.underway.count == 2)

    story.scenario.wait(5)
    #expect(story.asked.map(\.path) == ["\(TabStory.path)/om_4"])
    story.scenario.wait(1)
    #expect(story.asked.count == 1, "the first is not over")
    story.answer(.question(nil))
    story.answer(.row(.jane))
    story.scenario.wait(1)
    #expect(story.asked.count == 1 && story.sent?.hasPrefix("DELETE") == true)
    story.answer(.row(nil))
    story.scenario.wait(1)

    #expect(story.asked.map(\.path) == ["\(TabStory.path)/om_5"])
  }

  @Test func `a removal whose tab is not in sight any more is not sent, and says why`() {
    var story = TabStory()
    story.tab(.shown(2))
    story.answer(.page(Page(items: [.jane, .bob, rachel])))
    story.tab(.actionWanted("remove-member"), .confirmed, .shown(0))
    story.scenario.wait(5)

    story.answer(.question(question))

    #expect(story.sent == nil)
    #expect(story.tabs.asking == nil)
    #expect(
      story.notice
        == .refused(
          "Nothing was sent for jane@acme.com. rachel@acme.com is none any more. Do it again to be asked."
        ))
  }

  @Test(arguments: [true, false])
  func `quitting waits for the answer, or stays to say that nothing was sent`(isInSight: Bool) {
    var story = TabStory()
    story.tab(.shown(2))
    story.answer(.page(Page(items: [.jane, .bob, rachel])))
    story.tab(.actionWanted("remove-member"), .confirmed)
    if !isInSight { story.tab(.shown(0)) }
    story.scenario.send(.quitWanted)
    story.scenario.send(.quitAnswered(.finishFirst))

    story.answer(.question(question))

    #expect(story.scenario.console.quitting == .no)
    #expect(story.sent == nil)
    #expect((story.tabs.asking != nil) == isInSight)
    #expect((story.notice == nil) == isInSight)
  }

  @Test func `what cannot be read is not taken for an answer`() {
    var story = changingJane()

    story.fail(.timedOut)

    #expect(story.sent == nil)
    #expect(story.notice == .failed(.change, name: "jane@acme.com", .timedOut))
  }

  @Test func `the journal takes no role from the last admin unasked`() throws {
    var story = TabStory.members()
    story.takeBack(
      .update, before: .bob, after: .member("om_2", "bob@acme.com", role: "admin"))
    story.tab(.confirmed)
    #expect(story.asked.last?.path == TabStory.path)
    #expect(story.sent == nil)

    story.answer(.question(question))

    #expect(story.tabs.asking?.question.title == "Perhaps the last admin?")
    #expect(story.sent == nil)
  }

  @Test func `what is asked claims nothing of other roles`() {
    let bob = TabRow.member("om_2", "bob@acme.com", role: "admin")
    func text(isAll: Bool) -> String? {
      MembersTab.lastAdminQuestion(bob, among: [bob], isAll: isAll, of: "Acme", "Remove")?.text.last
    }

    let rest =
      " there has the role admin then, and is active; who else may manage it is not looked at."
    #expect(text(isAll: true) == "Nobody" + rest)
    #expect(text(isAll: false) == "Perhaps nobody" + rest)
  }

  @Test func `the reading tells the last admin from one among more`() {
    let bob = TabRow.member("om_2", "bob@acme.com", role: "admin")
    let former = TabRow.member("om_9", "zoe@acme.com", role: "admin", status: "inactive")
    func title(_ members: [TabRow], isAll: Bool = true) -> String? {
      MembersTab.lastAdminQuestion(bob, among: members, isAll: isAll, of: "Acme", "Remove")?.title
    }

    #expect(title([bob, .jane]) == nil)
    #expect(title([bob, former]) == "The last admin?")
    #expect(title([bob], isAll: false) == "Perhaps the last admin?")
    let written = TabWritten(verb: .add, name: "Bob", organization: .numbered(1, name: "Acme"))
    #expect(MembersTab.lastAdminQuestion(.bob, in: written, "Remove") == nil)
  }
}
