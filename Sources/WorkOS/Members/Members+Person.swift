extension Members {
  /// `GET /user_management/organization_memberships?user_id=`: what a user is a member of, in every
  /// status; without `statuses` only active ones are listed (workos-node issue 1221).
  package static func list(
    ofUser user: User.ID, _ page: PageRequest
  ) -> Call<Page<Received<Membership>>> {
    APIRequest(
      .get, ["user_management", "organization_memberships"],
      parameters: page.parameters + [
        .init("user_id", [user]), .init("statuses", Membership.Status.all.map(\.rawValue)),
      ] + page.cursorParameters
    ).page(of: Membership.self)
  }
}
