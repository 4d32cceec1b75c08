extension Invitations {
  /// `GET /user_management/invitations?email=&organization_id=`, in every state, the newest first.
  ///
  /// - Parameter organization: nil: to wherever they were invited.
  package static func list(
    email: String, organization: Organization.ID? = nil, _ page: PageRequest
  ) -> Call<Page<Invitation>> {
    var parameters: [RequestTarget.Parameter] = [.init("email", [email])]
    if let organization { parameters.append(.init("organization_id", [organization.rawValue])) }
    let request = APIRequest(
      .get, ["user_management", "invitations"],
      parameters: page.parameters + parameters + page.cursorParameters,
      secrets: secrets)
    // Only what is not secret goes on.
    return request.page(of: Invitation.self).map { $0.map(\.item) }
  }
}
