import Foundation
import TestSupport
import Testing
import WorkOS

@Suite(.timeLimit(.minutes(20)))
struct StubTransportTests {
  private let url = URL(filePath: "/organizations")

  @Test func `answers are given in order and once`() async throws {
    let stub = StubTransport([.json("1"), .json("2")])

    let first = try await stub.send(HTTPRequest(method: .get, url: url))

    #expect(first.body == Data("1".utf8))
    #expect(stub.unusedReplies == [.json("2")])
  }

  @Test func `an unexpected request fails the test`() async {
    let stub = StubTransport([])

    await withKnownIssue {
      await #expect(throws: TransportError.self) {
        try await stub.send(HTTPRequest(method: .get, url: url))
      }
    }
  }
}
