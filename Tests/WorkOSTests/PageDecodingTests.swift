import Foundation
import TestSupport
import Testing
import WorkOS

@Suite(.timeLimit(.minutes(20)))
struct PageDecodingTests {
  private func answer(
    _ body: String, headers: [String: String] = [:]
  ) async throws -> Answer<Page<Organization>> {
    let stub = StubTransport([.json(body, headers: headers)])
    return try await WorkOSClient.stubbed(stub).send(Organizations.list(OrganizationQuery()))
  }

  @Test func `each organization keeps its own bytes`() async throws {
    let first = #"{ "id" : "org_1", "name":"a]},{\"\\","new_field": {"deep":[1.0,2e3]} }"#
    let second = #"{"id":"org_2","name":"é😀"}"#

    let page = try await answer(
      """
      { "meta":[{}], "data" : [ \(first) ,
        \(second)
      ], "list_metadata": {"before":"org_0","after":"org_2"} }
      """
    ).value

    #expect(page.items.map(\.json.text) == [first, second])
    #expect(page.items.map(\.name) == ["a]},{\"\\", "é😀"])
    #expect(page.before == "org_0")
    #expect(page.after == "org_2")
  }

  @Test(arguments: [
    #"{"data":[]}"#,
    #"{"data":[],"list_metadata":null}"#,
    #"{"data":[],"list_metadata":{}}"#,
    #"{"data":[],"list_metadata":[]}"#,
    #"{"data":[],"list_metadata":{"before":null,"after":""}}"#,
  ])
  func `a list without cursors is its only page`(body: String) async throws {
    let page = try await answer(body).value

    #expect(page == Page(items: []))
  }

  @Test func `an escaped key is still the list`() async throws {
    let page = try await answer(#"{"d\u0061ta":[{"id":"org_1"}]}"#).value

    #expect(page.items.map(\.json.text) == [#"{"id":"org_1"}"#])
  }

  @Test(arguments: [
    (#"{"data":[{"id":"org_1"},{"name":"x"}]}"#, "data[1].id: missing"),
    (#"{"data":[{"id":"org_1"},7]}"#, "data[1]: of another type"),
    (#"{"list_metadata":{}}"#, "data: missing"),
    (#"{"data":null}"#, "data: of another type"),
    ("<html>", "not JSON"),
  ])
  func `a list that cannot be read says where`(body: String, detail: String) async throws {
    await #expect(throws: WorkOSError.undecodable(.init(status: 200, detail: detail))) {
      try await answer(body)
    }
  }

  @Test func `what the headers say comes with the page`() async throws {
    let answer = try await answer(
      #"{"data":[]}"#,
      headers: [
        "x-request-id": "r1", "x-ratelimit-limit": "1000", "x-ratelimit-remaining": "999",
      ])

    #expect(
      answer
        == Answer(
          value: Page(items: []), requestID: "r1",
          rateLimit: RateLimit(limit: 1000, remaining: 999)))
  }

  @Test func `empty headers say nothing`() async throws {
    let answer = try await answer(
      #"{"data":[]}"#, headers: ["x-request-id": "", "x-ratelimit-limit": "many"])

    #expect(answer == Answer(value: Page(items: [])))
  }
}
