import Sandbox
import Testing

@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct AccessTests {
  @Test func `a key refused at the start is explained, and the status tells`() throws {
    let console = try ConsoleSession(
      environment: ["WORKOS_API_KEY": "sk_test_of_someone"], waitsForList: false)

    try console.wait(for: [Words.keyRefused, Words.rejected(401), "WORKOS_API_KEY"])
    #expect(console.session.terminal.wait(milliseconds: 0) == .stillRunning)
    #expect(!console.text.contains("sk_test_of_someone"))

    #expect(console.quit() == .exited(3))
    #expect(console.text.contains(Words.rejected(401)), "and says so on the screen that is left")
  }

  @Test func `a key refused later leaves the rows where they are`() throws {
    let console = try ConsoleSession()
    try console.someoneElse.sendsFaults("GET /organizations 401")

    console.type("r")
    try console.wait(for: Words.keyRefusedShort)

    #expect(console.text.contains("Northwind Traders"))
    #expect(console.quit() == .exited(0))
  }

  @Test func `a server that fails is told, and r tries again`() throws {
    let console = try ConsoleSession(
      sandbox: .init(organizations: 120, faults: [.init(parsing: "GET 404 count=1")]),
      waitsForList: false)

    try console.wait(for: Words.rejected(404))
    console.type("r")

    try console.wait(for: [Words.page(1), "Northwind Traders"])
  }

  @Test func `a failed refresh keeps the rows and says how old they are`() throws {
    let console = try ConsoleSession()
    try console.someoneElse.sendsFaults("GET /organizations 403")

    console.type("r")
    try console.wait(for: Words.rejectedShort(403))

    #expect(console.text.contains("Northwind Traders"))
    #expect(console.text.contains("as of"))
  }

  @Test func `the embedded sandbox needs no key`() throws {
    let console = try ConsoleSession(
      "--sandbox", "--organizations", "7",
      environment: ["WORKOS_API_KEY": "", "WORKOS_API_URL": "https://api.example.com"])

    #expect(console.text.contains("SANDBOX"))
    #expect(console.text.contains(Words.rows(1...7)))
    #expect(console.quit() == .exited(0))
  }

  @Test func `a server that cannot be reached is told, and the console stays open`() throws {
    let console = try ConsoleSession(
      environment: ["WORKOS_API_URL": "http://127.0.0.1:1"], waitsForList: false)

    try console.wait(for: "offline")

    #expect(console.quit() == .exited(0))
  }
}
