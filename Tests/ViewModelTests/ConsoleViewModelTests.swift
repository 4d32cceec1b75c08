import Delivery
import Foundation
import Storms
import TestSupport
import Testing
import ViewModel
import WorkOS

/// Effects carried out over HTTP, and their answers taken in.
@ConsoleActor
@Suite(.timeLimit(.minutes(20)))
struct ConsoleViewModelTests {
  @Test func `the first page is read and shown`() async throws {
    let transport = StubTransport([.page(2, 1)])
    let stage = try Stage(transport)

    stage.send(.started)
    await stage.untilIdle()

    #expect(stage.console.list.rows.map(\.id.number) == [2, 1])
    #expect(transport.requests.map(\.method) == [.get])
    #expect(transport.requests[0].url.path() == "/organizations")
  }

  @Test func `a name is searched for by the server`() async throws {
    let transport = StubTransport([.page(7)])
    let stage = try Stage(transport)

    stage.send(.list(.searchSubmitted("name:Acme Inc")))
    await stage.untilIdle()

    #expect(transport.requests[0].url.query()?.contains("search=Acme%20Inc") == true)
  }

  @Test func `a domain is asked for as a domain`() async throws {
    let transport = StubTransport([.page(7)])
    let stage = try Stage(transport)

    stage.send(.list(.searchSubmitted("domain:acme.com")))
    await stage.untilIdle()

    #expect(transport.requests[0].url.query()?.contains("domains=acme.com") == true)
  }

  @Test func `an id is looked up as a list of one`() async throws {
    let transport = StubTransport([.organization(7, name: "Seven")])
    let stage = try Stage(transport)

    stage.send(.list(.searchSubmitted("id:org_7")))
    await stage.untilIdle()

    #expect(transport.requests[0].url.path() == "/organizations/org_7")
    #expect(stage.console.list.rows.map(\.organization.name) == ["Seven"])
  }

  @Test func `an external id that nobody has is an empty list, not a failure`() async throws {
    let transport = StubTransport([.json("{}", status: 404)])
    let stage = try Stage(transport)

    stage.send(.list(.searchSubmitted("ext:crm-77")))
    await stage.untilIdle()

    #expect(transport.requests[0].url.path() == "/organizations/external_id/crm-77")
    #expect(stage.console.list.rows.isEmpty)
    #expect(stage.console.list.browsing.failure == nil)
  }

  @Test func `a create carries its idempotency key`() async throws {
    let transport = StubTransport([.organization(1, name: "New")])
    let stage = try Stage(transport)

    stage.send(
      .editor(.creationOpened), .editor(.textChanged(.name, "New")), .editor(.reviewWanted),
      .editor(.submitted))
    await stage.untilIdle()

    #expect(transport.requests[0].method == .post)
    #expect(transport.requests[0].headers["Idempotency-Key"]?.isEmpty == false)
    #expect(stage.console.list.rows.map(\.organization.name) == ["New"])
  }

  @Test func `an update is a reading and then a PUT of what changed`() async throws {
    let transport = StubTransport([
      .page(1), .organization(1, name: "Customer 1"), .organization(1, name: "New"),
    ])
    let stage = try Stage(transport)
    stage.send(.started)
    await stage.untilIdle()

    stage.send(
      .editor(.opened("org_1")), .editor(.textChanged(.name, "New")), .editor(.reviewWanted),
      .editor(.submitted))
    await stage.untilIdle()

    #expect(transport.requests.map(\.method) == [.get, .get, .put])
    #expect(transport.requests[2].body == Data(#"{"name":"New"}"#.utf8))
    #expect(stage.console.list.rows.map(\.organization.name) == ["New"])
  }

  @Test func `a delete that is accepted in plain text is a delete`() async throws {
    let accepted = StubTransport.Reply.success(
      HTTPResponse(status: 202, body: Data("Accepted".utf8)))
    let read = StubTransport.Reply.organization(2, name: "Customer 2")
    let transport = StubTransport([.page(2, 1), read, read, accepted])
    let stage = try Stage(transport, deleteGrace: 0)
    stage.send(.started)
    await stage.untilIdle()

    stage.send(.deletion(.asked("org_2")))
    await stage.untilIdle()
    stage.clock.advance(1)
    stage.send(.deletion(.confirmed))
    await stage.untilIdle()

    #expect(transport.requests.last?.method == .delete)
    #expect(stage.console.list.rows.map(\.id.number) == [1])
  }

  @Test func `what the server says about its rate limit is kept`() async throws {
    let headers = ["x-ratelimit-limit": "600", "x-ratelimit-remaining": "599"]
    let stage = try Stage(StubTransport([.page(1, headers: headers)]))

    stage.send(.started)
    await stage.untilIdle()

    #expect(stage.console.rateLimit == RateLimit(limit: 600, remaining: 599))
  }

  @Test func `a load that is given up is given up on the network too`() async throws {
    let transport = HeldTransport()
    let stage = try Stage(transport)
    stage.send(.started)
    _ = await transport.nextRequest()

    stage.send(.list(.left))
    await stage.untilIdle()

    #expect(stage.console.list.browsing.load == nil)
    #expect(stage.console.list.browsing.failure == nil)
  }

  @Test func `answers may come in another order than their questions`() async throws {
    let transport = HeldTransport()
    let stage = try Stage(transport)
    stage.send(.started)
    _ = await transport.nextRequest()
    stage.send(.list(.searchSubmitted("name:seven")))
    _ = await transport.nextRequest()

    transport.answer(1, .page(7))
    await stage.until { stage.console.list.rows.map(\.id.number) == [7] }
    transport.answer(0, .page(2, 1))
    await stage.untilIdle()

    #expect(stage.console.list.rows.map(\.id.number) == [7])
    #expect(stage.console.list.browsing.rows.map(\.id.number) == [2, 1])
  }
}
