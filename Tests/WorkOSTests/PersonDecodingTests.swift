import Foundation
import JSON
import Testing

@testable import WorkOS

/// What is read about a person: tolerantly, and without what is secret.
struct PersonDecodingTests {
  private func answer<Value>(_ call: Call<Value>, _ body: String) throws -> Value {
    try call.decode(HTTPResponse(status: 200, headers: [:], body: Data(body.utf8)))
  }

  @Test func `an invitation comes without its token and its link`() throws {
    let call = Invitations.list(email: "jane@acme.com", PageRequest(limit: 100))
    let page = try answer(
      call,
      #"{"data":[{"id":"invitation_1","email":"jane@acme.com","state":"expired","token":"t0ken","accept_invitation_url":"https://x/t0ken","organization_id":"org_1","expires_at":"2026-01-15T12:00:00.000Z","role_slug":null}]}"#
    )

    #expect(page.items.first?.state == .expired)
    #expect(page.items.first?.organizationID == "org_1")
    #expect(!"\(page)".contains("t0ken"))
    #expect(call.request.secrets == ["token", "accept_invitation_url"])
    #expect(call.request.target.parameters.contains { $0.name == "email" })
    #expect(!call.request.target.parameters.contains { $0.name == "organization_id" })
  }

  @Test func `sign-ins are read with their reason, whoever they name, and whatever is missing`()
    throws
  {
    let page = try answer(
      SignIns.list(from: Date(timeIntervalSince1970: 0), to: nil),
      #"{"data":[{"id":"event_1","event":"authentication.sso_failed","created_at":"2026-01-15T12:00:00.000Z","data":{"type":"sso","status":"failed","user_id":null,"email":"jane@acme.com","error":{"code":"sso_failed","message":"No."},"sso":{"organization_id":"org_1","connection_id":"conn_1"}}},{"id":"event_2","event":"authentication.odd"},{"id":"event_3","event":"authentication.password_succeeded","data":7}],"list_metadata":{"after":"event_3"}}"#
    )

    #expect(page.items.map(\.hasSucceeded) == [false, nil, true])
    #expect(page.items[0].errorCode == "sso_failed")
    #expect(page.items[0].organizationID == "org_1")
    #expect(page.after == "event_3")
  }

  @Test func `a span of events ends in Z, and a cursor stands in place of its start`() {
    let start = Date(timeIntervalSince1970: 1_800_000_000)
    let first = SignIns.list(from: start, to: start + 60).request.target.parameters
    let next = SignIns.list(from: start, to: start + 60, after: "event_1").request.target.parameters

    #expect(first.first { $0.name == "range_start" }?.values == ["2027-01-15T08:00:00.000Z"])
    #expect(first.first { $0.name == "range_end" }?.values == ["2027-01-15T08:01:00.000Z"])
    #expect(next.map(\.name) == ["events", "limit", "range_end", "after"])
    #expect(SignIn.kinds.count == 18)
  }

  @Test func `memberships of a user are asked for in every status, and tell their organization`()
    throws
  {
    let call = Members.list(ofUser: "user_1", PageRequest(limit: 100))
    let page = try answer(
      call, #"{"data":[{"id":"om_1","organization_id":"org_1","organization_name":"Acme"}]}"#)

    #expect(page.items[0].item.organizationName == "Acme")
    #expect(
      call.request.target.parameters.first { $0.name == "statuses" }?.values
        == ["active", "inactive", "pending"])
  }
}
