import Sandbox
import WorkOS

/// What was acknowledged, to be held against what the server has.
struct Ledger: Sendable {
  /// Everything there was at the start.
  let initial: [Organization.ID: Organization]
  private(set) var created: [Organization.ID: String] = [:]
  private(set) var renamed: [Organization.ID: String] = [:]
  private(set) var deleted: Set<Organization.ID> = []

  init(_ organizations: [Organization]) {
    initial = Dictionary(organizations.map { ($0.id, $0) }) { first, _ in first }
  }

  mutating func create(_ organization: Organization) {
    created[organization.id] = organization.name
  }

  mutating func rename(_ organization: Organization) {
    renamed[organization.id] = organization.name
  }

  mutating func delete(_ id: Organization.ID) {
    deleted.insert(id)
  }

  /// What is wrong with a list read from first page to last while others wrote.
  func faults(inWalk seen: [Organization.ID], excusing written: Set<Organization.ID>) -> [String] {
    var faults: [String] = []
    if Set(seen).count != seen.count { faults.append("an organization is listed twice") }
    let missing = Set(initial.keys).subtracting(written).subtracting(seen)
    if !missing.isEmpty { faults.append("\(missing.count) organizations are not listed") }
    return faults
  }

  /// What is wrong at the end, by a list and by the sandbox's own record of writes.
  func faults(in list: [Organization], _ writes: [WriteRecord]) -> [String] {
    var faults: [String] = []
    func expect(_ sentence: String, _ holds: Bool) { if !holds { faults.append(sentence) } }

    let now = Dictionary(list.map { ($0.id, $0) }) { first, _ in first }
    expect("an organization is listed once", now.count == list.count)
    let expected = Set(initial.keys).union(created.keys).subtracting(deleted)
    expect("what is there is what should be", Set(now.keys) == expected)
    expect("every create is there", created.allSatisfy { now[$0]?.name == $1 })
    expect("no two creates are one", Set(created.values).count == created.count)
    expect("every update is visible", renamed.allSatisfy { now[$0]?.name == $1 })
    let untouched = initial.filter { renamed[$0.key] == nil && !deleted.contains($0.key) }
    expect("nothing else changed", untouched.allSatisfy { now[$0] == $1 })

    func applied(_ method: String) -> [Organization.ID] {
      writes.filter { $0.method == method && $0.isApplied && $0.status < 300 }
        .map { Organization.ID(rawValue: $0.organizationID ?? "") }
    }
    expect("each create was done once", applied("POST").sorted == created.keys.sorted)
    expect("each delete was done once", applied("DELETE").sorted == deleted.sorted)
    expect("only our updates were done", Set(applied("PUT")) == Set(renamed.keys))
    return faults
  }
}

extension Sequence<Organization.ID> {
  fileprivate var sorted: [String] { map(\.rawValue).sorted() }
}
