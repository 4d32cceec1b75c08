import Foundation
import Testing

/// An organization whose every field, its id first of all, was made to do harm.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct HostileIdentifierTests {
  private static let id = #"org_../../x?y#z%2f"#
  private static let harm = #"Evil\u001b]0;owned\u0007\u001b[2J\u202e\nnext\u009b31m"#
  private static let organization = """
    {"object":"organization","id":"\(id)","name":"\(harm)","external_id":"\(harm)",
     "stripe_customer_id":"\(harm)","domains":[{"id":"\(harm)","domain":"\(harm)",
     "state":"\(harm)"}],"metadata":{"\(harm)":"\(harm)"},
     "created_at":"\(harm)","updated_at":"\(harm)"}
    """

  private let server: RawServer
  private let console: ConsoleSession

  init() throws {
    server = try RawServer { line in
      line.hasPrefix("GET /organizations?")
        ? #"{"object":"list","data":[\#(Self.organization)],"list_metadata":{}}"#
        : Self.organization
    }
    console = try ConsoleSession(
      rows: 40, columns: 100, environment: ["WORKOS_API_URL": "http://127.0.0.1:\(server.port)"])
  }

  @Test func `its id is one encoded segment of the path`() throws {
    defer { server.stop() }

    console.type("\r")
    try console.wait(until: "it is opened") { server.requests.count == 2 }

    let path = try #require(server.requestLines.last?.split(separator: " ").dropFirst().first)
    #expect(path.split(separator: "/").count == 2)
    #expect(!path.contains("?") && !path.contains("#"))
    #expect(path.removingPercentEncoding == "/organizations/\(Self.id)")
  }

  @Test func `it is shown without an effect on the terminal`() throws {
    defer { server.stop() }

    console.type("\r")
    try console.wait(for: Self.id)
    console.type("J")
    try console.wait(for: Words.json)
    console.press(.escape)
    try console.waitUntilGone(Words.json)

    #expect(console.screen.unknownSequences == [])
    #expect(console.screen.title == "TEST - workos-console")
    #expect(!console.text.unicodeScalars.contains("\u{202E}"))
    #expect(console.screen.lines[0].contains(Words.title))
    #expect(console.screen.isAlternateScreen)
  }

  @Test func `its draft is a plain file among the drafts`() throws {
    defer { server.stop() }
    console.type("e")
    try console.wait(for: "Edit Evil")

    console.type(" II")
    console.press(.escape)
    try console.wait(for: Words.draftKept)

    var names: [String] = []
    try console.wait(until: "a draft on disk, under its name") {
      names = console.draftFiles.compactMap { $0.split(separator: "/").last.map(String.init) }
      return !names.isEmpty && !names.contains(".unfinished")
    }
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.%")
    #expect(names.allSatisfy { Set($0).isSubset(of: plain) && !$0.hasPrefix(".") }, "\(names)")
    #expect(console.filesLeftAtHome == [])
  }
}
