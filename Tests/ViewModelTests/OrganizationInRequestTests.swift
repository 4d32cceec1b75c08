import Delivery
import Foundation
import JSON
import Testing
import WorkOS

/// Which organization a request of the log is about.
struct OrganizationInRequestTests {
  @Test(arguments: [
    ("/organizations/org_1", "org_1"), ("/organizations/org_1/roles/org-admin", "org_1"),
    ("/user_management/organization_memberships?organization_id=org_2&limit=10", "org_2"),
    ("/feature-flags/billing/targets/org_3", "org_3"),
    ("/organizations/external_id/cust_1", nil), ("/organizations?limit=50", nil),
    ("/organization_domains/org_domain_1", nil), ("/events?organization_id=", nil),
  ])
  func `is told by its address`(address: String, id: String?) throws {
    let url = try #require(URL(string: "https://api.workos.com\(address)"))
    let request = LoggedRequest(
      method: "GET", url: url, sentAt: .distantPast, duration: 0, ending: .answered(status: 200))

    #expect(request.organizationID?.rawValue == id)
  }
}
