import ViewModel

/// The requests of a save, in words.
enum StepWords {
  /// What a request does, as it is said of one that failed.
  static func act(_ step: SavePlan.Step) -> String {
    switch step {
    case .create: "creating it"
    case .update: "changing its fields"
    case .addDomain(let domain, _): "adding \(DomainWords.both(domain))"
    case .addAdmin(let admin, _): "adding \(AddressWords.shortened(admin.address))"
    case .removeDomain(let domain, _, _): "removing \(DomainWords.both(domain))"
    }
  }
}
