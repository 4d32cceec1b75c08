import Foundation
import Sandbox
import TestSupport
import Testing

/// A person is locked out, and support finds out why, mends it, and writes it into the ticket.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct LockedOutTests {
  @Test func `found by the pasted address, seen inactive, reactivated, and copied for the ticket`()
    throws
  {
    let console = try ConsoleSession()

    console.type("/")
    console.press(.paste("Ravi Kumar <Ravi.Kumar@acme.com>"))
    console.press(.enter)
    try console.wait(for: ["Ravi Kumar", "ravi.kumar@acme.com", "Member of", "inactive"])

    // A key right behind what was pasted counts as a part of it.
    console.letTheDialogListen()
    console.type("W")
    try console.wait(for: [
      "✗ Membership", "inactive, as member", "then c (reactivate)", "of 8 are ✗",
    ])
    console.type("y")
    try console.wait(until: "the note") { console.clipboards.count == 1 }
    #expect(console.clipboards[0].contains("✗ Membership: inactive, as member"))

    console.press(.enter)
    try console.wait(for: ["[3 Members]", "ravi.kumar@acme.com", "row 2 of 24 members"])
    console.type("c")
    try console.wait(for: [
      "Reactivate this member?", "The membership becomes active again.",
    ])
    #expect(console.writes.isEmpty)
    console.letTheDialogListen()
    console.type("y")
    try console.wait(for: "ravi.kumar@acme.com is active now.")
    #expect(console.writes == ["PUT 200"])

    console.press(.escape)
    try console.wait(for: "✓ Membership")
    console.type("y")
    try console.wait(until: "the second note") { console.clipboards.count == 2 }
    #expect(console.clipboards[1].contains("✓ Membership: active, as member"))
    #expect(!console.clipboards[1].contains("sk_test"))
    console.press(.escape)
    try console.wait(for: "Member of")
    console.press(.escape)
    try console.wait(for: "Esc: whole list")
    #expect(console.quit() == .exited(0))
  }

  @Test func `a consumer address finds the person, and their organizations`() throws {
    let console = try ConsoleSession()

    console.type("/bob@gmail.com")
    console.press(.enter)

    try console.wait(for: ["Bob Brown", "Acme Corporation", "Northwind Traders"])
  }

  @Test func `Enter on a member opens the same card, and Esc goes back to the members`() throws {
    let console = try ConsoleSession()
    try console.select("Acme Corporation")
    console.press(.enter)
    try console.openTab("3", showing: ["row 1 of 24"])

    console.press(.enter)
    try console.wait(for: ["Member of", "Last sign-in"])
    console.press(.escape)

    try console.wait(for: "[3 Members]")
  }

  @Test func `what fails is not known, and all else is told`() throws {
    let console = try ConsoleSession()
    try console.someoneElse.sendsFaults("GET /connections 403")
    try console.select("Acme Corporation")

    console.type("W")
    try console.wait(for: "Whose?")
    console.type("jane@acme.com")
    console.press(.enter)

    try console.wait(for: ["? Single sign-on", "could not be read", "✓ Membership"])
  }
}
