import Cells
import TestSupport
import Testing

/// Keys that go far, on the built program.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct FarKeysTests {
  @Test func `six pages on is six pages on, while each takes its time`() throws {
    let console = try ConsoleSession(
      "--page-size", "10", sandbox: .init(organizations: 120, latency: .milliseconds(40)))

    console.type("]]]]]]")

    try console.wait(for: Words.page(7))
  }

  @Test func `what was erased is put back with ^Y and ^_`() throws {
    let console = try ConsoleSession()
    try console.select("Acme Corporation")
    console.type("e")
    try console.wait(for: Words.editForm("Acme Corporation"))

    console.press(.control("w"))
    console.session.terminal.send([0x19, 0x19])
    try console.wait(for: "CorporationCorporation")
    console.session.terminal.send([0x1F])

    try console.waitUntilGone("CorporationCorporation")
    #expect(console.writes == [])
  }

  @Test func `a line of the requests leads to its organization`() throws {
    let console = try ConsoleSession("--page-size", "2", "--delete-grace", "0")
    console.press(.character("G"), .enter)
    try console.wait(for: "Stripe id")
    console.press(.escape)
    try console.waitUntilGone("Stripe id")
    console.type("!")
    try console.wait(for: Words.requests)

    console.type("/organizations/org_")
    console.press(.enter, .enter)

    try console.wait(for: "Stripe id")
  }

  @Test func `a key without a meaning is said to have none`() throws {
    let console = try ConsoleSession()

    console.type("x")

    try console.wait(for: "x does nothing here; ? shows the keys.")
  }
}
