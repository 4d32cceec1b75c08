import Delivery
import Foundation
import Storms
import Testing
import WorkOS

@testable import ViewModel

/// On a screen that is too small nobody sees a delete count down.
struct OutOfSightTests {
  @Test func `a delete is not sent while the screen is too small, and waits anew afterwards`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)
    scenario.answerRead(.numbered(2))
    scenario.send(.sightChanged(isOutOfSight: true))

    let meanwhile = scenario.wait(60)
    scenario.send(.sightChanged(isOutOfSight: false))

    #expect(meanwhile == [])
    #expect(scenario.notice == .graceBegunAnew(.deletes(1), because: .screenTooSmall))
    #expect(scenario.console.deletions.nextDeadline == scenario.now + 5)
    scenario.wait(5)
    #expect(scenario.readQuestion != nil)
  }

  @Test func `a delete whose last reading comes while the screen is too small is not sent`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)
    scenario.answerRead(.numbered(2))
    scenario.wait(5)
    scenario.send(.sightChanged(isOutOfSight: true))

    scenario.answerRead(.numbered(2))
    scenario.wait(60)

    #expect(scenario.effects.filter(\.isDelete).isEmpty)
    scenario.send(.sightChanged(isOutOfSight: false))
    #expect(scenario.console.deletions.nextDeadline == scenario.now + 5)
  }

  @Test func `nothing of a tab is sent on a screen that is too small`() {
    var story = TabStory.members()
    story.tab(.selectionMoved(by: 1), .actionWanted("remove-member"), .confirmed)
    story.scenario.send(.sightChanged(isOutOfSight: true))

    story.scenario.wait(60)

    #expect(story.sent == nil)
    story.scenario.send(.sightChanged(isOutOfSight: false))
    #expect(
      story.scenario.notice
        == .graceBegunAnew(
          .change(.remove, name: "bob@acme.com"), because: .screenTooSmall))
    #expect(story.tabs.underway.first?.graceEnd == story.scenario.now + 5)
  }

  @Test func `what was to be finished before quitting is finished on any screen`() {
    var scenario = Scenario.showing(FakeServer(3))
    scenario.queueDelete(of: 2)
    scenario.answerRead(.numbered(2))
    scenario.send(.quitWanted)
    scenario.send(.quitAnswered(.finishFirst))
    scenario.send(.sightChanged(isOutOfSight: true))

    scenario.answerRead(.numbered(2))

    #expect(scenario.effects.contains { $0.isDelete })
  }

  @Test func `where nothing counts down the size is nothing to speak of`() {
    var scenario = Scenario.showing(FakeServer(3))

    scenario.send(.sightChanged(isOutOfSight: true))
    scenario.send(.sightChanged(isOutOfSight: false))

    #expect(scenario.notice == nil)
  }

  // MARK: Taking back

  @Test func `z takes back what was agreed to last, in the list and in a tab`() {
    var story = TabStory(organizations: 3)
    story.tab(.shown(2))
    story.answer(.page(Page(items: [.jane, .bob, .zoe])))
    story.tab(.selectionMoved(by: 1), .actionWanted("remove-member"), .confirmed)
    story.scenario.queueDelete(of: 2)

    story.tab(.undone)
    #expect(story.scenario.console.deletions.underway.isEmpty)
    #expect(story.tabs.underway.count == 1)
    story.scenario.queueDelete(of: 3)
    story.tab(.selectionMoved(by: 1), .actionWanted("remove-member"), .confirmed)
    story.scenario.deletion(.undone)

    #expect(story.tabs.underway.map(\.write.name) == ["bob@acme.com"])
    #expect(story.scenario.console.deletions.underway.count == 1)
  }
}
