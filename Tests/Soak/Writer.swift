import WorkOS

/// Creates, renames and deletes organizations, and keeps account of what was acknowledged.
struct Writer: Sendable {
  let client: PatientClient
  private(set) var ledger: Ledger
  private(set) var count = 0
  private let toRename: [Organization.ID]
  private var toDelete: [Organization.ID]

  init(client: PatientClient, organizations: [Organization]) {
    self.client = client
    ledger = Ledger(organizations)
    toRename = organizations.prefix(40).map(\.id)
    toDelete = organizations.dropFirst(40).map(\.id)
  }

  func written(_ count: Int) async throws(WorkOSError) -> Writer {
    var writer = self
    for _ in 0..<count { try await writer.write() }
    return writer
  }

  private mutating func write() async throws(WorkOSError) {
    count += 1
    switch count % 20 {
    case 0, 5, 10, 15:
      guard let id = toDelete.popLast() else { return }
      try await client.delete(id)
      ledger.delete(id)
    case 1, 4, 7, 11, 13, 16, 19:
      // Some more than once: the last name counts.
      let id = toRename[count % toRename.count]
      let update = OrganizationUpdate(
        name: "Renamed \(count)", metadata: ["renamed": "\(count)"])
      ledger.rename(try await client.update(id, update))
    default:
      let new = NewOrganization(name: "Created \(count)", externalID: "soak_\(count)")
      ledger.create(try await client.create(new))
    }
  }
}
