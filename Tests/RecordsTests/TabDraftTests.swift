import Delivery
import Foundation
import Testing
import ViewModel
import WorkOS

@testable import Records

/// What was typed in forms of tabs, on disk.
struct TabDraftTests {
  private let state = TemporaryState()

  private static let ids = (1...3).map { number in
    TabDraft.ID(UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, UInt8(number))))
  }

  private func draft(_ text: String, row: String? = nil, id: TabDraft.ID = ids[0]) -> TabDraft {
    TabDraft(
      id: id,
      key: TabFormSession.Key(
        organization: "org_1", tab: "members", action: "add-member", row: row),
      title: "Add a member", organizationName: "Acme \u{202e}\u{1b}[31m",
      values: TabValues([
        "email": TabValue(text: text),
        "role": TabValue(picked: [TabChoice("admin", "Admin", note: "all of it")]),
      ]))
  }

  private func store(
    _ session: UUID = UUID(), largest: Int = 64 * 1024 * 1024
  ) -> RecordStore {
    RecordStore(
      directory: state.directory,
      environment: RecordEnvironment(kind: "test", host: "api.workos.com", keyEnding: "cret"),
      session: session, largestDraft: largest)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: state.directory.tabDrafts)
      .filter { $0.hasSuffix(".json") }
  }

  @Test func `the next session finds it as it was typed, and owns it`() throws {
    do {
      let first = store()
      try first.keep(draft("zoe@acme.com"))
      try first.keep(draft("zoe@acme.co"))
      try first.keep(draft("other", row: "om_1", id: Self.ids[1]))
    }
    let next = store()

    let found = try next.tabDrafts(takingOver: true)

    #expect(Set(found.map { $0.draft.values.text("email") }) == ["zoe@acme.co", "other"])
    #expect(found.contains { $0.draft == draft("zoe@acme.co") })
    #expect(found.allSatisfy { abs($0.typedAt.timeIntervalSinceNow) < 3600 })
    try next.drop(Self.ids[0])
    #expect(
      try next.tabDrafts(takingOver: false).map(\.draft)
        == [draft("other", row: "om_1", id: Self.ids[1])])
  }

  @Test func `what a session that goes on has typed is left to it`() throws {
    let first = store()
    try first.keep(draft("zoe@acme.com"))

    #expect(try store().tabDrafts(takingOver: true).isEmpty)
    #expect(try first.tabDrafts(takingOver: false).count == 1)
  }

  @Test func `what two sessions typed in one form is there for the next, side by side`() throws {
    do {
      let (one, other) = (store(), store())
      try one.keep(draft("zoe@acme.com", id: Self.ids[0]))
      try other.keep(draft("yan@acme.com", id: Self.ids[1]))
    }
    let next = store()
    let found = try next.tabDrafts(takingOver: true)
    #expect(Set(found.map { $0.draft.values.text("email") }) == ["zoe@acme.com", "yan@acme.com"])

    try next.keep(draft("xia@acme.com", id: Self.ids[2]))
    try next.drop(Self.ids[2])
    try next.drop(Self.ids[1])

    #expect(try next.tabDrafts(takingOver: false).map(\.draft) == [draft("zoe@acme.com")])
    #expect(try names().count == 1)
  }

  @Test func `one from before there were several of a form is found, owned and dropped`() throws {
    do { try store().keep(draft("zoe@acme.com")) }
    let folder = state.directory.tabDrafts
    let name = try #require(try names().first)
    var parts = name.split(separator: ".")
    parts.remove(at: parts.count - 3)
    try FileManager.default.moveItem(
      atPath: "\(folder)/\(name)", toPath: "\(folder)/\(parts.joined(separator: "."))")
    let next = store()

    let found = try next.tabDrafts(takingOver: true)

    #expect(found.map { $0.draft.values.text("email") } == ["zoe@acme.com"])
    #expect(try next.tabDrafts(takingOver: false).map(\.draft.id) == found.map(\.draft.id))
    if let id = found.first?.draft.id { try next.drop(id) }
    #expect(try names().isEmpty)
  }

  @Test func `a long text is read back as it was written`() throws {
    let text = String(repeating: "long ", count: 300_000)
    do { try store().keep(draft(text)) }

    #expect(try store().tabDrafts(takingOver: true).map(\.draft.values) == [draft(text).values])
  }

  @Test func `what would not be read back is not written, and what was there stays`() throws {
    let store = store(largest: 1000)
    try store.keep(draft("zoe@acme.com"))

    let error = #expect(throws: RecordError.self) {
      try store.keep(draft(String(repeating: "z", count: 1000)))
    }

    #expect(error?.reason.contains("longer") == true)
    #expect(try store.tabDrafts(takingOver: false).map(\.draft) == [draft("zoe@acme.com")])
  }

  @Test func `it is in a file for nobody else, in visible ASCII`() throws {
    let first = store()
    try first.keep(draft("zoë@acme.com"))

    let folder = state.directory.tabDrafts
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".json") })
    let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(bytes.allSatisfy { $0 == 10 || (0x20..<0x7f).contains($0) })
  }
}
