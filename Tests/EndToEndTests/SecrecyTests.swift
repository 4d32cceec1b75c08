import Foundation
import Sandbox
import TestSupport
import Testing

/// The API key is nowhere but in the requests.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct SecrecyTests {
  /// What must not show; the last four characters of the key behind it may.
  private static let secret = "sk_test_Zq7vN3kXw9Lr2Tb8"
  private static let key = secret + "Hd5Y"
  private let sandbox = SandboxServer.Configuration(organizations: 120, apiKey: key)

  @Test func `it is in nothing the program shows, copies, keeps or prints`() throws {
    let console = try ConsoleSession(
      "--delete-grace", "0", rows: 40, columns: 120, sandbox: sandbox)

    try console.delete(DeletingTests.name)
    try console.wait(for: Words.deleted)
    console.type("ge II")
    try console.save(after: Words.editReview("Northwind Traders"))
    try console.wait(for: Words.saved)
    console.type("aHalf a name")
    try console.wait(for: "Half a name")
    console.press(.escape)
    try console.wait(for: Words.draftKept)
    console.type("L")
    try console.wait(for: [Words.journal, "…Hd5Y"])
    console.type("jyq!")
    try console.wait(for: Words.requests)
    console.type("yq")
    try console.waitUntilGone(Words.requests)
    console.type("Yc")
    try console.wait(until: "three copies") { console.clipboards.count == 3 }
    #expect(!console.process.commandLine.contains(Self.secret))
    #expect(console.quit() == .exited(0))

    expectSecret(console)
    #expect(console.clipboards.filter { $0.contains("$WORKOS_API_KEY") }.count == 2)
    #expect(console.filesKept.count == 3, "a journal, a draft, and the lock of their session")
    for printed in [["journal"], ["journal", "--json"], ["paths"], ["--help"]] {
      #expect(try !console.printed(by: printed).contains(Self.secret))
    }
  }

  @Test(arguments: ["401", "403", "422", "drop", "html", "redirect=http://127.0.0.1:1/"])
  func `it is in no error`(fault: String) throws {
    let console = try ConsoleSession(rows: 40, sandbox: sandbox)
    try console.someoneElse.sendsFaults("PUT \(fault)")
    console.type("e II")
    try console.save(after: Words.editReview("Northwind Traders"))
    try console.wait(until: "the answer to the save") {
      console.requests.count("PUT", "/organizations") > 0
    }
    try console.waitUntilGone(Words.editReview("Northwind Traders"))

    console.session.terminal.send(signal: SIGTERM)
    #expect(console.session.waitForEnd() == .signaled(SIGTERM))

    expectSecret(console)
  }

  @Test func `it is in nothing that a server repeats to it`() throws {
    let escaped = Self.key.replacingOccurrences(of: "s", with: #"\u0073"#)
    let server = try RawServer { _ in
      """
      {"data":[{"id":"org_1","name":"Echo \(Self.key)","external_id":"\(escaped)",
      "metadata":{"k":"\(Self.key)"}}],"list_metadata":{"after":"\(Self.key)"}}
      """
    }
    defer { server.stop() }
    let console = try ConsoleSession(
      rows: 40, columns: 120,
      environment: [
        "WORKOS_API_URL": "http://127.0.0.1:\(server.port)", "WORKOS_API_KEY": Self.key,
        "URLSessionDebugLibcurl": "1",
      ], waitsForList: false)
    try console.wait(for: "Echo …")

    console.type("Jq!")
    try console.wait(for: Words.requests)
    console.type("yqq")
    _ = console.session.waitForEnd()

    #expect(server.requests.contains { $0.contains("Bearer \(Self.key)") })
    expectSecret(console)
  }

  @Test func `it is in nothing a refused key leads to`() throws {
    let console = try ConsoleSession(
      environment: ["WORKOS_API_KEY": Self.key], waitsForList: false)
    try console.wait(for: Words.keyRefused)

    #expect(console.quit() == .exited(3))

    expectSecret(console)
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGTRAP])
  func `it is in nothing a crash leaves`(signal: Int32) throws {
    let console = try ConsoleSession(sandbox: sandbox)

    console.session.terminal.send(signal: signal)
    #expect(console.session.waitForEnd() == .signaled(signal))

    expectSecret(console)
    #expect(console.filesLeftAtHome == [], "no core dump")
  }

  @Test func `a key that a command prints is in no command line and no environment`() throws {
    let home = try TemporaryDirectory()
    let file = try home.makeFile("key", Self.key)
    let console = try ConsoleSession(
      "--api-key-command", "cat '\(file)'", sandbox: sandbox, environment: ["WORKOS_API_KEY": ""])

    #expect(console.process.commandLine.contains("--api-key-command"))
    #expect(!console.process.commandLine.contains(Self.secret))
    #expect(!console.process.environment.contains(Self.secret))
    expectSecret(console)
  }

  @Test func `the command that prints a key is not told another one`() throws {
    let home = try TemporaryDirectory()
    let console = try ConsoleSession(
      "--api-key-command", "tr '\\0' '\\n' </proc/self/environ >'\(home.path)/told'; echo no_key",
      environment: ["WORKOS_API_KEY": Self.key], waitsForList: false)
    try console.wait(for: Words.keyRefused)

    #expect(home.text(of: "told").contains("HOME="), "it has an environment")
    #expect(!home.text(of: "told").contains("Zq7vN3kXw9Lr2Tb8"))
  }

  @Test func `there is no core dump`() throws {
    let console = try ConsoleSession(script: #"ulimit -c unlimited; exec "$0" "$@""#)

    #expect(console.process.coreLimits == ["0", "0"])
  }

  @Test(.enabled(if: getuid() == 0, "root can start it as someone else, and look"))
  func `no other process of the user may look into it`() throws {
    let nobody: uid_t = 65534
    let session = try TerminalSession([
      "/usr/bin/setpriv", "--reuid=\(nobody)", "--clear-groups", ConsoleProgram.path, "--sandbox",
    ])
    try session.wait(for: Words.page(1))

    #expect(ProcessFacts(processID: session.terminal.processID).observer == 0)
  }

  @Test(.disabled(if: getuid() == 0, "root may look into every process"))
  func `no other process of the user may read its environment`() throws {
    let console = try ConsoleSession()

    #expect(console.process.environment == "")
  }

  /// Expects the key to be in nothing that was written anywhere.
  private func expectSecret(
    _ console: ConsoleSession, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let files = console.filesKept.map {
      String(decoding: FileManager.default.contents(atPath: $0) ?? Data(), as: UTF8.self)
    }
    let written = String(decoding: console.session.bytes, as: UTF8.self)
    for text in [written, console.text, console.screen.title] + console.clipboards + files {
      #expect(!text.contains("Zq7vN3kXw9Lr2Tb8"), sourceLocation: sourceLocation)
    }
  }
}
