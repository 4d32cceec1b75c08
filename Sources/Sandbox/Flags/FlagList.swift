/// The flags of the environment, and at whom each is aimed.
struct FlagList: StoredState {
  /// In ascending order of id.
  let flags: [Flag]
  /// What a client changed: by flag, whether it is aimed at an id.
  private var targets: [ULID: [String: Bool]] = [:]

  init() {
    let start = Seed.newest.advanced(by: -Seed.threeYears / 2)
    let made: [(String, String, String?, Bool, Bool)] = [
      ("advanced-audit", "Advanced audit", "Exports and alerts of the audit log", true, false),
      ("new-navigation", "New navigation", nil, true, true),
      ("beta-reports", "Beta reports", "Reports that are not finished yet", true, false),
      ("scim-groups", "SCIM groups", nil, true, false),
      ("legacy-import", "Legacy import", "Switched off since the new import", false, false),
      ("einfache-sprache", "Einfache Sprache", nil, true, false),
    ]
    flags = made.enumerated().map { number, flag in
      let time = start.advanced(by: Int64(number) * 31 * 86_400_000)
      return Flag(
        id: ULID(at: time, chance: UInt128(number) << 42 | 7), slug: flag.0, name: flag.1,
        description: flag.2, owner: number % 2 == 0 ? "sofia.marchetti@sandbox.example" : nil,
        tags: number % 3 == 0 ? ["beta"] : [], isEnabled: flag.3, isOnByDefault: flag.4,
        createdAt: time, updatedAt: time)
    }
  }

  func flag(_ slug: String) throws(APIProblem) -> Flag {
    guard let flag = flags.first(where: { $0.slug == slug }) else {
      throw .entityNotFound("Feature flag", slug)
    }
    return flag
  }

  /// Whether the flag is on there: in the environment, and by default or because it is aimed at it.
  func isOn(_ flag: Flag, for organization: Organization) -> Bool {
    guard flag.isEnabled else { return false }
    return flag.isOnByDefault
      || targets[flag.id]?[organization.idText]
        ?? Self.isAimed(flag, at: organization)
  }

  mutating func aim(_ flag: Flag, at id: String, _ isAimed: Bool) {
    targets[flag.id, default: [:]][id] = isAimed
  }

  /// What the seed says: each flag is aimed at about every fourth organization.
  private static func isAimed(_ flag: Flag, at organization: Organization) -> Bool {
    guard let position = organization.seedPosition else { return false }
    var random = SplitMix(seed: UInt64(truncatingIfNeeded: flag.id.value) ^ UInt64(position))
    return random.number(below: 4) == 0
  }
}
