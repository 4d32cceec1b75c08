import Sandbox
import Testing

/// What the program writes when, and whether it keeps up.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct RestTests {
  @Test func `at rest nothing is written`() throws {
    let console = try ConsoleSession(rows: 40, columns: 120)
    console.type("j")
    try console.wait(for: "acme.dev")

    // What is read ahead or drawn after the first page may still be on its way.
    _ = console.session.bytesWritten(inMilliseconds: 200)

    #expect(console.session.bytesWritten(inMilliseconds: 1_500) == 0)
  }

  @Test func `the first frame does not wait for the first answer`() throws {
    let console = try ConsoleSession(
      sandbox: .init(organizations: 120, latency: .seconds(2)), waitsForList: false)

    try console.wait(for: [Words.title, Words.loading])
    #expect(!console.text.contains("Northwind Traders"))

    try console.wait(for: "Northwind Traders")
  }

  @Test func `a slow server can be quit at once`() throws {
    let console = try ConsoleSession(
      sandbox: .init(organizations: 120, latency: .seconds(30)), waitsForList: false)
    try console.wait(for: Words.loading)

    #expect(console.quit() == .exited(0))
  }

  @Test func `keys typed faster than they are dealt with are all dealt with`() throws {
    let console = try ConsoleSession("--page-size", "100", sandbox: .init(organizations: 90))
    let names = try console.someoneElse.organizations().map(\.name)

    console.type(String(repeating: "jjjjk", count: 99) + "Gkkkk")
    try console.session.wait(for: "the fifth row from the end") {
      $0.selectedLine?.contains(names[85].prefix(12)) == true
    }
    console.type("g" + String(repeating: "jjk", count: 30))

    try console.waitUntilSelected(String(names[30].prefix(12)))
  }

  @Test func `text typed fast arrives whole`() throws {
    let console = try ConsoleSession()
    console.type("a")
    try console.wait(for: Words.newForm)

    console.type(String(repeating: "x", count: 500) + "\t" + String(repeating: "y", count: 100))
    try console.wait(for: "100/128")
    console.press(.control("s"))

    try console.wait(for: Words.newReview)
    #expect(console.text.filter { $0 == "x" }.count >= 500)
  }

  @Test func `a pasted command is not carried out`() throws {
    let console = try ConsoleSession("--delete-grace", "0")

    console.press(.paste("jjjjjdy\nq"))
    console.type("j")
    try console.waitUntilSelected("Acme Corporation")

    #expect(console.writes == [])
  }
}
