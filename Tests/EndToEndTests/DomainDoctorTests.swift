import Foundation
import Sandbox
import TestSupport
import Testing

/// A pending domain is mended with the doctor, against a name server on this machine.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct DomainDoctorTests {
  @Test func `a domain without its record is verified once the record is there`() throws {
    let server = try LoopbackNameServer()
    defer { server.stop() }
    var configuration = SandboxServer.Configuration(organizations: 120)
    configuration.verificationTime = .seconds(1)
    let console = try ConsoleSession(
      rows: 40, columns: 80, sandbox: configuration,
      environment: ["WORKOS_CONSOLE_DNS": "127.0.0.1:\(server.port)"])
    try console.openTab(
      "2", of: "Blue Harbour Insurance", showing: "blue-harbour.example", "pending")

    console.type("t")
    try console.wait(for: ["The record is not in DNS", "there is no such name"])
    let record = try #require(console.expectedRecord)
    #expect(server.asked.contains(record.name))
    server.put("v=spf1 -all", record.value, at: record.name)
    console.type("r")
    try console.wait(for: ["✓ The record is in DNS", "  right"])
    console.type("y")
    try console.wait(for: Words.copied)
    console.type("v")
    try console.wait(for: "At WorkOS it is verified")

    let organization = try console.someoneElse.organization(named: "Blue Harbour Insurance")
    #expect(organization.domains == [.init(domain: "blue-harbour.example", state: "verified")])
    #expect(console.clipboards.last?.contains("Value: \(record.value)") == true)
    console.press(.escape)
    try console.waitUntilGone("Domain doctor")
  }

  @Test func `an address that is none is refused before the screen is touched`() throws {
    let home = try TemporaryDirectory()

    let run = try ShortRun(
      ["--sandbox"], redirections: "", environment: ["WORKOS_CONSOLE_DNS": "nonsense"], in: home)

    #expect(run.ending == .exited(2))
    #expect((run.errorText + run.terminalText).contains("WORKOS_CONSOLE_DNS"))
  }
}

extension ConsoleSession {
  /// The name and the value of the record that the doctor shows first.
  fileprivate var expectedRecord: (name: String, value: String)? {
    func word(after label: String) -> String? {
      let line = screen.lines.first { $0.contains(label) }
      return line?.split(separator: label).last?.split(separator: " ").first.map(String.init)
    }
    guard let name = word(after: "1 TXT name"), let value = word(after: "  TXT value") else {
      return nil
    }
    return (name, value)
  }
}
