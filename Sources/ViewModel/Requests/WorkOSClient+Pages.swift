import WorkOS

extension WorkOSClient {
  /// One page of any list, its rows ready for the filter.
  func page(
    _ question: PageQuestion
  ) async throws(WorkOSError) -> Answer<Page<ListedOrganization>> {
    switch question.source {
    case .everything: try await page(question, filter: .none)
    case .name(let name): try await page(question, filter: .name(name))
    case .domains(let domains): try await page(question, filter: .domains(domains))
    case .id(let id):
      try await page { () throws(WorkOSError) in
        try await organization(id: id)
      }
    case .externalID(let externalID):
      try await page { () throws(WorkOSError) in
        try await organization(externalID: externalID)
      }
    }
  }

  private func page(
    _ question: PageQuestion, filter: OrganizationQuery.Filter
  ) async throws(WorkOSError) -> Answer<Page<ListedOrganization>> {
    let query = OrganizationQuery(
      filter: filter, order: question.order, cursor: question.cursor, limit: question.limit)
    return try await listOrganizations(query).map { page in
      Page(
        items: page.items.map(ListedOrganization.init), before: page.before, after: page.after)
    }
  }

  /// A page of the one organization that was looked up, or of none.
  private func page(
    _ lookup: () async throws(WorkOSError) -> Answer<Organization>
  ) async throws(WorkOSError) -> Answer<Page<ListedOrganization>> {
    do {
      return try await lookup().map { Page(items: [ListedOrganization($0)]) }
    } catch {
      guard error.isNotFound else { throw error }
      return Answer(value: Page(items: []))
    }
  }
}
