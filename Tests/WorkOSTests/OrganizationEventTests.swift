import Foundation
import Testing

@testable import WorkOS

struct OrganizationEventTests {
  private func event(_ json: String) throws -> OrganizationEvent {
    try JSONDecoder().decode(OrganizationEvent.self, from: Data(json.utf8))
  }

  @Test func `an event tells what it is about, and why something failed`() throws {
    let event = try event(
      """
      {"id":"event_1","event":"authentication.sso_failed","created_at":"2026-01-02T03:04:05.678Z",
      "data":{"email":"jane@acme.com","status":"failed","error":{"code":"invalid_saml"}}}
      """)

    #expect(event.subject == "jane@acme.com")
    #expect(event.notes == ["failed", "invalid_saml"])
    #expect(event.createdAt != nil)
  }

  @Test func `whose an address is, an event tells beside it, and not by who invited`() throws {
    let accepted = try event(
      """
      {"id":"event_1","event":"invitation.accepted","data":{"object":"invitation",
      "id":"invitation_1","email":"jane@acme.com","inviter_user_id":"user_2",
      "accepted_user_id":"user_1"}}
      """)
    let invited = try event(
      """
      {"id":"event_2","event":"invitation.created","data":{"object":"invitation",
      "id":"invitation_1","email":"jane@acme.com","inviter_user_id":"user_2"}}
      """)

    #expect(accepted.userID == "user_1" && accepted.email == "jane@acme.com")
    #expect(invited.userID == nil && invited.email == "jane@acme.com")
  }

  @Test func `an event of nothing known is kept all the same`() throws {
    #expect(try event(#"{"id":"event_1","data":[1],"context":3}"#).subject == "")
    #expect(
      try event(#"{"id":"e","data":{"organization_domain":{"domain":"acme.com"}}}"#).subject
        == "acme.com")
  }

  @Test func `a range is sent in UTC with a Z, and an event in place of its beginning`() {
    let kinds = EventKinds.parts[0]
    let end = Date(timeIntervalSince1970: 1_800_000_000)

    let call = Events.list(
      kinds, of: Organization.ID(rawValue: "org_1"), .init(from: .after("event_1"), to: end))

    #expect(
      call.request.target.parameters == [
        .init("limit", ["100"]),
        .init("events", ["organization.created", "organization.updated", "organization.deleted"]),
        .init("organization_id", ["org_1"]), .init("after", ["event_1"]),
        .init("range_end", ["2027-01-15T08:00:00.000Z"]),
      ])
  }

  @Test func `directories and connections are read from very little`() throws {
    let directory = try JSONDecoder().decode(
      Directory.self, from: Data(#"{"id":"d","metadata":{"users":1}}"#.utf8))
    let connection = try JSONDecoder().decode(
      WorkOS.Connection.self,
      from: Data(#"{"id":"c","domains":["acme.com",{"domain":"b.com"}]}"#.utf8))

    #expect(directory.counts == nil && directory.state == nil)
    #expect(connection.domains == ["b.com"])
  }
}
