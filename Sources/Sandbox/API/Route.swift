/// The addresses the sandbox knows.
enum Route: Equatable, Sendable {
  case organizations
  case organization(String)
  case organizationByExternalID(String)
  case domains
  case domain(String)
  case domainVerification(String)
  case writes
  case faults
  case latency

  init?(segments: [String]) {
    switch (segments.count, segments.first) {
    case (1, "organizations"): self = .organizations
    case (2, "organizations") where segments[1] != "": self = .organization(segments[1])
    case (3, "organizations") where segments[1] == "external_id":
      self = .organizationByExternalID(segments[2])
    case (1, "organization_domains"): self = .domains
    case (2, "organization_domains") where segments[1] != "": self = .domain(segments[1])
    case (3, "organization_domains") where segments[2] == "verify":
      self = .domainVerification(segments[1])
    case (2, "sandbox") where segments[1] == "writes": self = .writes
    case (2, "sandbox") where segments[1] == "faults": self = .faults
    case (2, "sandbox") where segments[1] == "latency": self = .latency
    default: return nil
    }
  }

  var methods: [String] {
    switch self {
    case .organizations: ["GET", "POST"]
    case .organization: ["GET", "PUT", "DELETE"]
    case .organizationByExternalID: ["GET"]
    case .domains: ["POST"]
    case .domain: ["GET", "DELETE"]
    case .domainVerification: ["POST"]
    case .writes: ["GET"]
    case .faults: ["POST", "DELETE"]
    case .latency: ["POST"]
    }
  }

  /// Whether it steers the sandbox itself, so that neither faults nor latency apply to it.
  var isControl: Bool {
    switch self {
    case .writes, .faults, .latency: true
    case .organizations, .organization, .organizationByExternalID, .domains, .domain,
      .domainVerification:
      false
    }
  }
}
