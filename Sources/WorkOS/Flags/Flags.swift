/// The feature-flag endpoints of the API reference. A flag is never switched for a whole environment
/// here.
package enum Flags {
  /// `GET /organizations/{id}/feature-flags`: those that are **on** for it, by default or because they are
  /// aimed at it. The path has a hyphen; with an underscore it is 404 (workos-node issue 1334).
  package static func list(
    of organization: Organization.ID, _ page: PageRequest
  ) -> Call<Page<Received<Flag>>> {
    APIRequest(
      .get, ["organizations", organization.rawValue, "feature-flags"],
      parameters: page.parameters + page.cursorParameters
    ).page(of: Flag.self)
  }

  /// `GET /feature-flags`: all of the environment.
  package static func list(_ page: PageRequest) -> Call<Page<Received<Flag>>> {
    APIRequest(
      .get, ["feature-flags"], parameters: page.parameters + page.cursorParameters
    ).page(of: Flag.self)
  }

  /// `POST /feature-flags/{slug}/targets/{organization}`: aims it at the organization; 204.
  package static func aim(_ slug: String, at organization: Organization.ID) -> Call<Bool> {
    Call(APIRequest(.post, target(slug, organization)))
  }

  /// `DELETE /feature-flags/{slug}/targets/{organization}`: aims it there no longer; 204.
  package static func unaim(_ slug: String, at organization: Organization.ID) -> Call<Bool> {
    Call(APIRequest(.delete, target(slug, organization)))
  }

  private static func target(_ slug: String, _ organization: Organization.ID) -> [String] {
    ["feature-flags", slug, "targets", organization.rawValue]
  }
}
