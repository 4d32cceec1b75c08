/// The single sign-on endpoints of the API reference.
package enum Connections {
  /// `GET /connections?organization_id=`
  package static func list(
    of organization: Organization.ID, _ page: PageRequest
  ) -> Call<Page<Received<Connection>>> {
    APIRequest(
      .get, ["connections"],
      parameters: page.parameters + [.init("organization_id", [organization.rawValue])]
        + page.cursorParameters
    ).page(of: Connection.self)
  }

  /// `GET /connections/{id}`
  package static func get(_ id: String) -> Call<Received<Connection>> {
    APIRequest(.get, ["connections", id]).item(of: Connection.self)
  }

  /// `DELETE /connections/{id}`, which answers 200 or 204 without a body, and 409
  /// `connection_deletion_in_progress` where it is being deleted already.
  package static func delete(_ id: String) -> Call<Bool> {
    Call(APIRequest(.delete, ["connections", id]))
  }
}
