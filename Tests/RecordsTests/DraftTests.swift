import Delivery
import Foundation
import JSON
import Records
import Testing
import ViewModel
import WorkOS

/// Drafts come back as they were left, to whom they belong.
@Suite(.timeLimit(.minutes(20)))
struct DraftTests {
  private let state = TemporaryState()
  /// The file of the sample's draft.
  private static let name =
    "test.api%2eworkos%2ecom.x9Qz.organization.org_1.0123456789abcdef0123456789abcdef."
    + "00000000000000000000000000000001.json"

  private func edited(_ organization: Organization) -> Draft {
    var draft = Draft(base: organization)
    draft.name = " 👩‍👩‍👧 \(hostileText)"
    draft.externalID = ""
    draft.stripeCustomerID = "cus_\u{202E}"
    let added = draft.addDomain()
    draft.setText("unfinished.", of: .domain(added))
    draft.toggleState(ofDomain: added)
    draft.toggleRemoval(of: .domain(0))
    let pair = draft.addPair()
    draft.setText("key", of: .metadataKey(pair))
    let gone = draft.addPair()
    draft.toggleRemoval(of: .metadataKey(gone))
    draft.toggleRemoval(of: .metadataKey(draft.metadata[0].id))
    return draft
  }

  @Test func `an edit comes back exactly`() throws {
    let json = RawJSON("{ \"id\":\"org_1\",\n \"é\" : 1.0e2, \"\u{202E}\":\"\\u00e9\" }\n")
    let draft = edited(.sample(json: json))
    try state.store.keep(draft, as: .sample)

    let drafts = try state.store.drafts().map(\.draft)

    #expect(drafts == [draft])
    #expect(drafts.first.map { Array($0.name.unicodeScalars) } == Array(draft.name.unicodeScalars))
    #expect(drafts.first?.base?.json.bytes == json.bytes)
    #expect(drafts.first?.nextRow == draft.nextRow)
  }

  @Test func `a text that an editor left and could not be read comes back exactly`() throws {
    var draft = edited(.sample())
    draft.unreadText = "{ \"name\": \u{FEFF}\u{202E}\r\n\t\u{0}é"
    try state.store.keep(draft, as: .sample)

    let drafts = try state.store.drafts().map(\.draft)

    #expect(drafts == [draft])
    #expect(
      drafts.first?.unreadText.map { Array($0.utf8) } == draft.unreadText.map { Array($0.utf8) })
  }

  @Test(
    arguments: [
      SaveUnderway(done: 0, total: 1, isSent: true), SaveUnderway(done: 1, total: 3, isSent: true),
      SaveUnderway(done: 2, total: 3, isSent: false),
      SaveUnderway(done: 3, total: 3, isSent: false),
    ])
  func `how far a save had come comes back exactly`(save: SaveUnderway) throws {
    var draft = edited(.sample())
    draft.saveUnderway = save

    try state.store.keep(draft, as: .sample)

    #expect(try state.store.drafts().map(\.draft.saveUnderway) == [save])
  }

  @Test func `a save that cannot have come that far is not told about`() throws {
    var draft = edited(.sample())
    draft.saveUnderway = SaveUnderway(done: 5, total: 3, isSent: true)

    try state.store.keep(draft, as: .sample)

    #expect(try state.store.drafts().map(\.draft.saveUnderway) == [nil])
    #expect(try state.store.drafts().map(\.draft.name) == [draft.name])
  }

  @Test(arguments: [
    ("jane@acme.com", ["billing"]), ("", ["billing"]), ("a@b.example", ["b", "a"]),
  ])
  func `that an organization was made without its admin comes back`(
    email: String, roles: [String]
  ) throws {
    var fields = edited(.sample()).fields
    fields.firstAdmin = FirstAdmin(email: email, roles: roles)
    let draft = Draft(base: .sample(), fields: fields)

    try state.store.keep(draft, as: .sample)

    let kept = try #require(try state.store.drafts().first?.draft)
    #expect(kept == draft)
    #expect(kept.formFields.contains(.adminEmail))
  }

  @Test func `a draft says when it was last typed in`() throws {
    try state.store.keep(edited(.sample()), as: .sample)
    let name = try #require(try state.draftNames().first)
    let date = Date(timeIntervalSince1970: 1_773_480_413)
    try FileManager.default.setAttributes(
      [.modificationDate: date], ofItemAtPath: state.path("drafts/" + name))

    #expect(try state.store.drafts().map(\.typedAt) == [date])
  }

  @Test func `a server's JSON that is no UTF-8 comes back exactly`() throws {
    let draft = edited(.sample(json: RawJSON(bytes: Data([0xFF, 0x00, 0x7B]))))
    try state.store.keep(draft, as: .sample)

    #expect(try state.store.drafts().map(\.draft) == [draft])
  }

  @Test func `a new organization comes back`() throws {
    var draft = Draft()
    draft.name = "Half a na"
    try state.store.keep(draft, as: .sample)

    #expect(try state.store.drafts().map(\.draft) == [draft])
  }

  @Test(arguments: 0...3)
  func `creates that were sent come back, each with when and how often`(count: Int) throws {
    var draft = Draft()
    draft.name = "Acme"
    draft.attempts = attempts(count)
    try state.store.keep(draft, as: .sample)

    #expect(try state.store.drafts().map(\.draft) == [draft])
  }

  @Test func `a program that knows of one create alone finds the first that may be there`() throws {
    var draft = Draft()
    draft.name = "Acme"
    draft.attempts = attempts(3)
    draft.attempts[0].mayBeDone = false
    try state.store.keep(draft, as: .sample)

    let name = try #require(try state.draftNames().first)
    let file = try state.bytes("drafts/" + name)
    let attempt = try JSONDecoder().decode(FormerFile.self, from: Data(file)).attempt

    #expect(attempt == FormerFile.Attempt(name: "Acme 1", tries: 2))
  }

  @Test func `a create in a file of such a program comes back`() throws {
    var draft = Draft()
    draft.name = "Acme"
    draft.attempts = attempts(1)
    try state.store.keep(draft, as: .sample)

    let name = try #require(try state.draftNames().first)
    let file = try state.bytes("drafts/" + name)

    #expect(!String(decoding: file, as: UTF8.self).contains("\"attempts\""))
    #expect(try state.store.drafts().map(\.draft) == [draft])
  }

  /// What a former program reads of a draft.
  private struct FormerFile: Decodable {
    struct Attempt: Decodable, Equatable {
      var name: String
      var tries: Int
    }

    var attempt: Attempt
  }

  private func attempts(_ count: Int) -> [CreationAttempt] {
    (0..<count).map { number in
      CreationAttempt(
        key: UUID(), write: UUID(), organization: NewOrganization(name: "Acme \(number)"),
        sentAt: Date(timeIntervalSinceReferenceDate: Double(number)), mayBeDone: true,
        tries: number + 1)
    }
  }

  @Test func `the file is visible ASCII, and for nobody else`() throws {
    try state.store.keep(edited(.sample()), as: .sample)

    let name = try #require(try state.draftNames().first)
    #expect(name == Self.name)
    #expect(try state.mode("drafts/" + name) == 0o600)
    #expect(try state.mode("drafts") == 0o700)
    #expect(
      try state.bytes("drafts/" + name).dropLast().allSatisfy { (0x20..<0x7F).contains($0) })
  }

  @Test func `a draft replaces the one before`() throws {
    var draft = Draft(base: .sample())
    draft.name = "One"
    try state.store.keep(draft, as: .sample)
    draft.name = "Two"
    try state.store.keep(draft, as: .sample)

    #expect(try state.store.drafts().map(\.draft).map(\.name) == ["Two"])
    #expect(try state.draftNames().count == 1)
  }

  @Test func `the same draft is not written again`() throws {
    let draft = edited(.sample())
    try state.store.keep(draft, as: .sample)
    let name = try #require(try state.draftNames().first)
    var (before, after) = (stat(), stat())
    stat(state.path("drafts/" + name), &before)

    try state.store.keep(draft, as: .sample)

    stat(state.path("drafts/" + name), &after)
    #expect(before.st_ino == after.st_ino)
    #expect(before.st_mtim.tv_nsec == after.st_mtim.tv_nsec)
  }

  @Test func `a dropped draft is gone, and dropping it again is no error`() throws {
    let draft = edited(.sample())
    try state.store.drop(.sample)
    try state.store.keep(draft, as: .sample)
    try state.store.drop(.sample)
    try state.store.drop(.sample)

    #expect(try state.store.drafts().map(\.draft) == [])
    #expect(try state.draftNames() == [])
  }

  @Test func `without drafts none are there, and nothing is made`() throws {
    #expect(try state.store.drafts().map(\.draft) == [])
    try state.store.drop(.sample)

    #expect(!FileManager.default.fileExists(atPath: state.root))
  }

  @Test func `each environment has its own`() throws {
    let draft = edited(.sample())
    let live = state.store(in: .live)
    try live.keep(draft, as: .sample)

    #expect(try state.store(in: .test).drafts().map(\.draft) == [])
    #expect(try live.drafts().map(\.draft) == [draft])
    try state.store(in: .test).drop(.sample)
    #expect(try live.drafts().map(\.draft) == [draft])
  }

  @Test func `the sandbox has its drafts on whatever port it comes up`() throws {
    let draft = edited(.sample())
    let before = RecordEnvironment(kind: "sandbox", host: "127.0.0.1:4100", keyEnding: "abcd")
    let after = RecordEnvironment(kind: "sandbox", host: "127.0.0.1:4200", keyEnding: "abcd")
    try state.store(in: before).keep(draft, as: .sample)

    #expect(try state.store(in: after).drafts().map(\.draft) == [draft])
  }

  @Test(arguments: [
    "../../etc/passwd", "", ".", "..", "/", "a/b", "nul\u{0}", "org_é🧑‍🚀", "con", "-rf", "~", "$(x)",
    "creation", "a.b", "%2e%2e", "\n", String(repeating: "x", count: 5000),
    String(repeating: "/", count: 5000), hostileText,
  ])
  func `no id is a path`(id: String) throws {
    let draft = Draft(base: .sample(id: Organization.ID(rawValue: id)))
    let environment = RecordEnvironment(
      kind: "live", host: String(repeating: "../", count: 100), keyEnding: "../.")
    let store = state.store(in: environment)
    try store.keep(draft, as: .sample)

    let names = try state.draftNames()
    #expect(names.count == 1)
    #expect(names.allSatisfy { $0.utf8.count <= 255 && !$0.hasPrefix(".") })
    #expect(
      names.allSatisfy {
        $0.range(of: "^[A-Za-z0-9_%.-]+$", options: .regularExpression) != nil
      })
    #expect(try store.drafts().map(\.draft) == [draft])
    #expect(try FileManager.default.contentsOfDirectory(atPath: state.directory.path) == ["drafts"])
    try store.drop(.sample)
    #expect(try state.draftNames() == [])
  }

  @Test func `different ids never share a file`() throws {
    let long = String(repeating: "x", count: 100)
    let ids = ["a", "A", "a.b", "a%2eb", "a%2Eb", "", long, long + "y", "creation"]
    for id in ids {
      try state.store.keep(Draft(base: .sample(id: .init(rawValue: id))), as: .sample)
    }
    try state.store.keep(Draft(), as: .sample)

    #expect(try state.draftNames().count == ids.count + 1)
    #expect(try state.store.drafts().count == ids.count + 1)
  }

  @Test(arguments: [
    "", "{", "null", "{\"version\":1}", "\u{0}", "[1]",
  ])
  func `a file that is no draft is passed over, and stays`(content: String) throws {
    let draft = edited(.sample())
    try state.store.keep(draft, as: .sample)
    let broken = "drafts/test.api%2eworkos%2ecom.x9Qz.organization.org_2.json"
    try state.put(Array(content.utf8), in: broken)

    #expect(try state.store.drafts().map(\.draft) == [draft])
    #expect(try state.bytes(broken) == Array(content.utf8))
  }

  @Test(arguments: [
    (#""version":1"#, #""version":2"#), (#""kind":"test""#, #""kind":"live""#),
    (#""next_row":6"#, #""next_row":5"#), (#""id":"org_1""#, #""id":"org_2""#),
  ])
  func `a draft of another version, place or shape is passed over`(
    part: String, replacement: String
  ) throws {
    try state.store.keep(Draft(base: .sample()), as: .sample)
    let name = "drafts/" + (try #require(try state.draftNames().first))
    let text = String(decoding: try state.bytes(name), as: UTF8.self)
    try #require(text.contains(part))

    try state.put(Array(text.replacingOccurrences(of: part, with: replacement).utf8), in: name)

    #expect(try state.store.drafts().map(\.draft) == [])
    #expect(try state.draftNames().count == 1)
  }

  @Test func `what a killed program left half written is cleared away`() throws {
    let draft = edited(.sample())
    try state.put(Array("half".utf8), in: "drafts/.unfinished")

    try state.store.keep(draft, as: .sample)

    #expect(try state.draftNames().count == 1)
    #expect(try state.store.drafts().map(\.draft) == [draft])
  }

  @Test func `a symbolic link in a draft's place is replaced, not followed`() throws {
    let draft = edited(.sample())
    try state.put(Array("mine".utf8), in: "elsewhere")
    try state.make(state.directory.drafts)
    let name = "drafts/" + Self.name
    symlink(state.path("elsewhere"), state.path(name))

    #expect(try state.store.drafts().map(\.draft) == [])
    try state.store.keep(draft, as: .sample)

    #expect(try state.bytes("elsewhere") == Array("mine".utf8))
    #expect(try state.store.drafts().map(\.draft) == [draft])
  }

  @Test func `a directory in a draft's place is an error, and leaves nothing behind`() throws {
    let name = "drafts/" + Self.name
    try state.make(state.path(name))

    let error = #expect(throws: RecordError.self) {
      try state.store.keep(edited(.sample()), as: .sample)
    }

    #expect(error?.reason == "Is a directory")
    #expect(try state.draftNames().count == 1)
  }

  @Test func `a symbolic link in the place of the directory is not followed`() throws {
    try state.make(state.path("elsewhere"))
    symlink(state.path("elsewhere"), state.directory.drafts)

    let error = #expect(throws: RecordError.self) {
      try state.store.keep(edited(.sample()), as: .sample)
    }
    #expect(throws: RecordError.self) { try state.store.drafts() }

    #expect(
      error
        == RecordError(
          path: state.directory.drafts, reason: "it is a symbolic link, and is not followed"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: state.path("elsewhere")) == [])
  }

  @Test func `a file in the place of the directory is an error`() throws {
    try state.put([], in: "drafts")

    let error = #expect(throws: RecordError.self) { try state.store.keep(Draft(), as: .sample) }

    #expect(error == RecordError(path: state.directory.drafts, reason: "Not a directory"))
  }

  @Test func `several threads keep drafts at once`() throws {
    DispatchQueue.concurrentPerform(iterations: 4) { worker in
      for number in 0..<20 {
        var draft = Draft(base: .sample(id: .init(rawValue: "org_\(number % 3)")))
        draft.name = "\(worker)-\(number)"
        do { try state.store.keep(draft, as: .sample) } catch { Issue.record(error) }
      }
    }

    #expect(try state.store.drafts().count == 3)
    #expect(try state.draftNames().count == 3)
  }
}
