import WorkOS

/// Pages through the list, from the first page to the last and again.
struct Walker: Sendable {
  let client: PatientClient
  private(set) var pages = 0
  /// The walks that have come to an end.
  var walks: [[Organization.ID]] = []
  private var seen: [Organization.ID] = []
  private var cursor = PageCursor.first

  init(client: PatientClient) {
    self.client = client
  }

  func walked(pages count: Int) async throws(WorkOSError) -> Walker {
    var walker = self
    for _ in 0..<count { try await walker.step() }
    return walker
  }

  private mutating func step() async throws(WorkOSError) {
    let page = try await client.page(cursor)
    pages += 1
    seen += page.items.map(\.id)
    cursor = page.after.map(PageCursor.after) ?? .first
    if cursor == .first {
      walks.append(seen)
      seen = []
    }
  }
}

extension PatientClient {
  /// The whole list.
  func everything() async throws(WorkOSError) -> [Organization] {
    var page = try await page(.first)
    var organizations = page.items
    while let after = page.after {
      page = try await self.page(.after(after))
      organizations += page.items
    }
    return organizations
  }
}
