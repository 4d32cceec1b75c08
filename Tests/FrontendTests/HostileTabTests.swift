import Cells
import Foundation
import JSON
import Testing
import WorkOS

@testable import Frontend
@testable import ViewModel

/// Text that would break out of the screen or the clipboard, in each field of the tabs about signing in.
@Suite(.timeLimit(.minutes(20)))
struct HostileTabTests {
  /// As it stands in JSON: escape codes, breaks, overrides of direction, no blank, and without end.
  static let texts = [
    #"\u001b[2J\u001b]0;x\u0007red\r\nline\u202eevil\u2066\u0000"#,
    String(repeating: "W", count: 300), String(repeating: "w\\u0301 ", count: 3_000),
  ]

  enum Kind: String, CaseIterable, Sendable {
    case connections, directories, directoryUsers, contacts
  }

  @Test(arguments: Kind.allCases, texts)
  func `no row breaks out of the screen, its question or the clipboard`(
    kind: Kind, text: String
  ) throws {
    for columns in Self.widths(for: text) {
      var driver = Driver.open(kind.tab, columns: columns)
      if kind == .directoryUsers {
        driver.answerRows([try kind.directory("linked")])
        driver.press(.enter)
      }
      driver.answerRows([try kind.row(text)])
      expectHarmless(&driver)

      for key in ["y", "d", "J", "Y"] as [Character] {
        driver.press(.character(key))
        expectHarmless(&driver)
        if key != "y" { driver.press(.escape) }
      }
      driver.press(.character("Y"))
      for place in 0..<8 {
        for _ in 0..<place { driver.press(.down) }
        driver.press(.enter)
        driver.press(.character("Y"))
      }

      for case .copy(let copied, _) in driver.commands { expectHarmless(copied) }
      #expect(driver.commands.contains { if case .copy = $0 { true } else { false } })
    }
  }

  @Test(arguments: texts)
  func `no event breaks out, whichever part of it is hostile`(text: String) {
    let members = [
      #""event":"\#(text)","data":{"id":"x"}"#,
      #""event":"user.updated","data":{"email":"\#(text)","first_name":"\#(text)"}"#,
      #""event":"organization_membership.updated","data":{"user_id":"\#(text)","status":"\#(text)","#
        + #""role":{"slug":"\#(text)"}},"context":{"actor":{"id":"\#(text)","name":"\#(text)"},"#
        + #""client_id":"\#(text)"}"#,
      #""event":"organization_domain.updated","data":{"domain":"\#(text)","\#(text)":"\#(text)"}"#,
    ]
    for columns in Self.widths(for: text) {
      var driver = Driver.open(EventsTab(), columns: columns)
      driver.answerEvents(members)
      for _ in members {
        expectHarmless(&driver)
        driver.press(.character("y"))
        driver.press(.character("J"))
        expectHarmless(&driver)
        driver.press(.escape, .down)
      }

      for case .copy(let copied, _) in driver.commands { expectHarmless(copied) }
      #expect(driver.commands.contains { if case .copy = $0 { true } else { false } })
    }
  }

  /// What has no end takes its time to read: one width has to do for it.
  private static func widths(for text: String) -> [Int] {
    text.utf8.count > 10_000 ? [80] : [40, 80, 160]
  }

  private func expectHarmless(_ driver: inout Driver) {
    let text = driver.screen.text
    #expect(!text.unicodeScalars.contains { $0 != "\n" && Self.isHarmful($0) })
  }

  private func expectHarmless(_ copied: CopiedText) {
    #expect(!copied.text.unicodeScalars.contains { $0 != "\n" && Self.isHarmful($0) })
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }
}

extension HostileTabTests.Kind {
  var tab: any Tab {
    switch self {
    case .connections: ConnectionsTab()
    case .directories, .directoryUsers: DirectoriesTab()
    case .contacts: PortalTab()
    }
  }

  func directory(_ text: String) throws -> TabRow {
    try Self.row(
      """
      {"id":"directory_\(text)","name":"\(text)","type":"\(text)","state":"\(text)",
      "domain":"\(text)","metadata":{"users":{"active":1,"inactive":2},"groups":3}}
      """
    ) { TabRow($0 as Received<Directory>) }
  }

  /// A row with the text wherever the server could have put it.
  func row(_ text: String) throws -> TabRow {
    switch self {
    case .connections:
      try Self.row(
        """
        {"id":"conn_\(text)","name":"\(text)","connection_type":"\(text)","state":"\(text)",
        "domains":[{"domain":"\(text)"},{"domain":"\(text)"}]}
        """
      ) { TabRow($0 as Received<Connection>) }
    case .directories: try directory(text)
    case .directoryUsers:
      try Self.row(
        """
        {"id":"directory_user_\(text)","idp_id":"\(text)","email":"\(text)","state":"\(text)",
        "first_name":"\(text)","last_name":"\(text)","roles":[{"slug":"\(text)"}]}
        """
      ) { TabRow($0 as Received<DirectoryUser>) }
    case .contacts:
      try Self.row(#"{"id":"it_contact_\#(text)","email":"\#(text)"}"#) {
        TabRow($0 as Received<ITContact>)
      }
    }
  }

  private static func row<Item: Decodable>(
    _ json: String, _ row: (Received<Item>) -> TabRow
  ) throws -> TabRow {
    let raw = RawJSON(json)
    return row(Received(try JSONDecoder().decode(Item.self, from: raw.bytes), json: raw))
  }
}
