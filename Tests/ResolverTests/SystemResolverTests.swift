import Resolver
import TestSupport
import Testing
import ViewModel

/// TXT records asked of a name server on this machine, by the resolver of the C library.
@Suite(.timeLimit(.minutes(20)))
struct SystemResolverTests {
  private let server: LoopbackNameServer
  private let resolver: SystemResolver

  init() throws {
    server = try LoopbackNameServer()
    resolver = SystemResolver(
      server: SystemResolver.Server(address: "127.0.0.1", port: server.port), patience: 1)
  }

  @Test func `the records of a name are told, each whole`() async {
    server["_workos.acme.com"] = .records([
      [Array("v=spf1 -all".utf8)], [Array("a-long-".utf8), Array("token".utf8)],
    ])

    let answer = await resolver.textRecords(of: "_workos.acme.com")

    #expect(
      answer == .records([TextRecord("v=spf1 -all"), TextRecord("a-long-token")], leftOut: 0))
    #expect(server.asked == ["_workos.acme.com"])
  }

  @Test func `no name and no record are told apart`() async {
    server["no-record.com"] = .noRecord

    #expect(await resolver.textRecords(of: "no-name.com") == .noSuchName)
    #expect(await resolver.textRecords(of: "no-record.com") == .noRecord)
  }

  /// FORMERR, SERVFAIL, NOTIMP, REFUSED and NOTAUTH.
  private static let refusals: [(UInt8, TextRecordAnswer)] = [
    (1, .cannotTell), (2, .failed), (4, .cannotTell), (5, .refused), (9, .cannotTell),
  ]

  @Test(arguments: refusals)
  func `a name server that refuses is told from one that is silent`(
    code: UInt8, expected: TextRecordAnswer
  ) async {
    server["refusal.com"] = .refusal(code)

    let answer = await resolver.textRecords(of: "refusal.com")

    #expect(answer == expected)
    #expect(!answer.isCertain)
  }

  @Test func `where no name server listens there is no answer`() async {
    // The port for what is thrown away, which nothing listens at.
    let resolver = SystemResolver(
      server: SystemResolver.Server(address: "127.0.0.1", port: 9), patience: 1)

    #expect(await resolver.textRecords(of: "acme.com") == .noAnswer)
  }

  @Test func `a name server that is silent is not waited for for ever`() async {
    server["silent.com"] = .silence
    let impatient = SystemResolver(
      server: SystemResolver.Server(address: "127.0.0.1", port: server.port), patience: 1,
      limit: 0.2)

    #expect(await impatient.textRecords(of: "silent.com") == .noAnswer)
  }

  @Test func `any bytes come through, and no others`() async {
    let hostile: [UInt8] = [0, 0x1B, 0x5B, 0x32, 0x4A, 0x0A, 0xFF, 0xFE, 0x80]
    server["hostile.com"] = .records([[hostile], [[]]])

    let answer = await resolver.textRecords(of: "hostile.com")

    #expect(answer == .records([TextRecord(bytes: hostile), TextRecord("")], leftOut: 0))
  }

  @Test(arguments: [
    LoopbackNameServer.Answer.garbage([0xC0], count: 1),
    .garbage([0xC0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0xFF, 0xFF, 3, 1], count: 9),
    // A pointer that leads to itself.
    .garbage([0xC0, 0x1E, 0, 16, 0, 1, 0, 0, 0, 60, 0, 1, 0], count: 1),
    // A character string that is longer than its record.
    .garbage([0xC0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, 2, 200, 1], count: 1),
  ])
  func `an answer that is not what it says is no answer`(_ garbage: LoopbackNameServer.Answer) async
  {
    server["garbage.com"] = garbage

    let answer = await resolver.textRecords(of: "garbage.com")

    #expect(answer.records.isEmpty)
    #expect(!answer.isCertain)
  }

  @Test func `many records are taken in, and what has no room is counted`() async {
    let text = Array(repeating: UInt8(ascii: "x"), count: 255)
    server["many.com"] = .records(Array(repeating: [text], count: 4))

    let answer = await resolver.textRecords(of: "many.com")

    #expect(answer.records.count == 4)
  }

  @Test(arguments: ["", "a b.com", String(repeating: "a", count: 64) + ".com", "a\0b.com"])
  func `what is no name of DNS leads nowhere`(_ name: String) async {
    #expect(await resolver.textRecords(of: name).records.isEmpty)
  }

  @Test func `the address of a name server is read strictly`() {
    #expect(SystemResolver.Server("127.0.0.1:53")?.port == 53)
    for text in ["", "127.0.0.1", "localhost:53", "127.0.0.1:0", "127.0.0.1:70000", "::1:53"] {
      #expect(SystemResolver.Server(text) == nil)
    }
  }
}
