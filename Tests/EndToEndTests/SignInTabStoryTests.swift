import TestSupport
import Testing

/// Connections, directories, events and the portal, by the built program in a pseudo-terminal.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct SignInTabStoryTests {
  @Test func `a connection is deleted after its grace time, and is gone`() throws {
    let console = try ConsoleSession("--delete-grace", "1")
    try console.openTab("8", of: "Initech", showing: "AzureSAML")

    console.type("d")
    try console.wait(for: "Delete this connection?")
    console.letTheDialogListen()
    console.type("y")
    try console.wait(for: "This organization has no connection")

    #expect(console.writes == ["DELETE 204"])
  }

  @Test func `a directory is opened, its users are filtered, and Esc leads back`() throws {
    let console = try ConsoleSession()
    try console.openTab("9", of: "Acme Corporation", showing: "gsuite directory")

    console.press(.enter)
    try console.wait(for: "users of Acme Corporation Directory")
    console.type("/bob@gmail")
    console.press(.enter)
    try console.wait(for: "1 of 24")
    console.press(.escape)
    try console.waitUntilGone("1 of 24")
    console.press(.escape)
    try console.wait(for: "gsuite directory")
    console.type("s")
    try console.wait(for: "anew")

    #expect(console.writes == ["POST 200"])
  }

  @Test func `what was written elsewhere comes in while events are followed`() throws {
    let console = try ConsoleSession()
    try console.openTab("0", of: "Acme Corporation", showing: "Nothing happened here")
    let organization = try console.someoneElse.organization(named: "Acme Corporation")

    console.type("f")
    try console.wait(for: "following")
    try console.someoneElse.changes(organization.id, #"{"name":"Acme Renamed"}"#)
    try console.wait(for: "organization updated")
    console.press(.escape)
    try console.waitUntilGone("following")
  }

  @Test func `a portal link is made, shown masked, and leaves no trace`() throws {
    let console = try ConsoleSession()
    try console.openTab("0", of: "Acme Corporation", showing: "Nothing happened here")
    console.press(.right)
    try console.wait(for: "Single sign-on")

    console.type("m")
    try console.wait(for: "For user")
    console.press(.control("s"))
    try console.wait(for: "What is sent")
    console.press(.enter)
    try console.wait(for: "The link works for another")

    #expect(!console.text.contains("setup.sandbox.example"))
    #expect(console.writes == ["POST 201"])
  }
}
