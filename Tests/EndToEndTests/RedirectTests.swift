import TestSupport
import Testing

/// A server that points to another host: the other one sees no request, above all no API key.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct RedirectTests {
  private let elsewhere: RawServer

  init() throws {
    elsewhere = try RawServer { _ in "{}" }
  }

  @Test func `the first page is not fetched elsewhere`() throws {
    defer { elsewhere.stop() }
    let console = try ConsoleSession(
      sandbox: .init(organizations: 120, faults: [.init(parsing: fault("GET /organizations"))]),
      waitsForList: false)

    try console.wait(for: ["sends us to another address", "Give the right address"])

    #expect(elsewhere.requests == [])
  }

  @Test func `an organization is not read elsewhere`() throws {
    defer { elsewhere.stop() }
    let console = try ConsoleSession(rows: 40)
    try console.someoneElse.sendsFaults(fault("GET /organizations/*"))

    console.press(.enter)
    try console.wait(for: "sends us to another address")

    #expect(elsewhere.requests == [])
    #expect(console.text.contains("northwind.example"), "what is known of it stays")
  }

  @Test func `an update is not sent elsewhere, and what was typed stays`() throws {
    defer { elsewhere.stop() }
    let console = try ConsoleSession(rows: 40)
    console.type("e")
    try console.wait(for: Words.editForm("Northwind Traders"))
    try console.someoneElse.sendsFaults(fault("PUT"))

    console.type(" II")
    try console.save(after: Words.editReview("Northwind Traders"))
    try console.wait(for: ["sends us to another address", "Northwind Traders II"])

    #expect(elsewhere.requests == [])
    #expect(console.sandbox.writes.allSatisfy { !$0.isApplied })
  }

  @Test func `a new organization is not sent elsewhere`() throws {
    defer { elsewhere.stop() }
    let console = try ConsoleSession(rows: 40)
    console.type("aZebra Works")
    try console.wait(for: "Zebra Works")
    try console.someoneElse.sendsFaults(fault("POST"))

    try console.save(after: Words.newReview)
    try console.wait(for: ["sends us to another address", "Zebra Works"])

    #expect(elsewhere.requests == [])
    #expect(console.sandbox.writes.allSatisfy { !$0.isApplied })
  }

  @Test func `a delete is not sent elsewhere`() throws {
    defer { elsewhere.stop() }
    let console = try ConsoleSession("--delete-grace", "0", rows: 40)
    try console.someoneElse.sendsFaults(fault("DELETE"))

    try console.delete(DeletingTests.name)
    try console.wait(for: Words.notDeleted)

    #expect(elsewhere.requests == [])
    #expect(console.sandbox.writes.allSatisfy { !$0.isApplied })
    try console.waitUntilSelected(DeletingTests.name)
  }

  /// Requests of this kind are sent on to the other server, which goes by another name.
  private func fault(_ requests: String) -> String {
    "\(requests) redirect=http://localhost:\(elsewhere.port)/organizations"
  }
}
