import Delivery
import Foundation
import Testing
import ViewModel
import WorkOS

@testable import Frontend

/// What a person sees of what was typed and is not on disk.
@Suite(.timeLimit(.minutes(20)))
struct HeldDraftScreenTests {
  private static let held = RecordError(
    path: "/state/tab-drafts", reason: "another program has locked it")

  @Test func `a form says so below it as long as it is so`() {
    var driver = invitation()
    driver.write(Self.held)
    #expect(driver.screen.text.contains("What you type may be lost when you quit"))
    driver.now += 4
    driver.type("e")
    driver.write(Self.held)

    let text = driver.screen.text
    #expect(text.contains("Not on disk yet: another program has locked it."))
    #expect(text.contains("It is tried again by itself."))
    driver.write(nil)
    #expect(!driver.screen.text.contains("on disk"))
  }

  @Test func `the status line says so too, where no form is open`() {
    var driver = invitation()
    driver.write(Self.held)
    driver.now += 4
    driver.press(.escape)
    driver.now += 4
    driver.press(.down)

    #expect(driver.screen.text.contains("not on disk"))
  }

  @Test func `quitting says what is kept, from when, and names the organization once`() {
    var driver = invitation()
    driver.write(nil)
    driver.now += 4
    driver.type("e")
    driver.write(Self.held)
    driver.press(.escape)
    driver.press(.escape)
    driver.type("q")

    let text = driver.screen.text
    #expect(text.contains("• Invite to Acme Corporation  kept up to 09:26:53 UTC, then lost"))
    #expect(text.contains("quit, and lose what was typed last"))
    #expect(!text.contains("in Acme Corporation"))
    driver.write(nil)
    #expect(driver.screen.text.contains("• Invite to Acme Corporation  typed, and kept"))
  }

  @Test func `quitting names the form of an organization that is not kept`() {
    var driver = Driver(keepsRecords: true)
    driver.answerPage([Sample.acme])
    driver.type("e")
    driver.type("!")
    driver.write(Self.held)
    driver.press(.escape)
    driver.type("q")

    #expect(
      driver.screen.text.contains("• one unsaved draft, of Acme Corporation  typed, and lost"))
  }

  /// Somebody types an address into the form of an invitation.
  private func invitation() -> Driver {
    var driver = Driver(keepsRecords: true)
    driver.answerPage([Sample.acme])
    driver.press(.enter, .character("4"))
    driver.answerRows([])
    driver.type("a")
    driver.type("zo")
    return driver
  }
}

extension Driver {
  /// The disk has done what was last wanted of it, or could not.
  fileprivate mutating func write(_ failure: RecordError?) {
    switch records.last {
    case .record(.keepTabDraft(let draft)):
      send(
        .draftWritten(DraftWritten(.tab(draft.id), .tab(draft), at: now, failure: failure)))
    case .record(.keepDraft(let id, let draft)):
      send(
        .draftWritten(
          DraftWritten(.organization(id), .organization(draft), at: now, failure: failure)))
    default: Issue.record("nothing is wanted of the disk")
    }
  }
}
