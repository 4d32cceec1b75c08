/// The fields that a request to create or update an organization sends, checked one by one.
struct OrganizationFields: Equatable, Sendable {
  enum Purpose {
    case create
    case update
  }

  struct DomainEntry: Equatable, Sendable {
    var name: HostName
    var state: OrganizationDomain.State

    /// Whoever calls a domain verified vouches for it by hand.
    var strategy: OrganizationDomain.Strategy { state == .pending ? .dns : .manual }
  }

  struct MetadataEdit: Equatable, Sendable {
    var key: String
    /// Nil removes the key.
    var value: String?
  }

  var name = FieldEdit<String>.kept
  var domains = FieldEdit<[DomainEntry]>.kept
  var metadata = FieldEdit<[MetadataEdit]>.kept
  /// Whether metadata that is sent takes the place of all there was, nulls kept, as the vendor's
  /// emulator has it.
  var replacesMetadata = false
  var externalID = FieldEdit<String>.kept
  var stripeCustomerID = FieldEdit<String>.kept

  init() {}

  init(json: JSONValue, for purpose: Purpose) throws(APIProblem) {
    guard case .object(let members) = json else {
      throw .badRequest("The request body must be a JSON object.")
    }
    var errors: [APIProblem.FieldError] = []
    if purpose == .create, json["name"] == nil {
      errors.append(.init(field: "name", code: "name must be a string"))
    }
    for member in members {
      do throws(APIProblem) {
        try read(member, for: purpose)
      } catch {
        guard error.status == 422 else { throw error }
        errors += error.fieldErrors
      }
    }
    guard errors.isEmpty else { throw .validation(errors) }
  }

  private mutating func read(_ member: JSONMember, for purpose: Purpose) throws(APIProblem) {
    switch (member.name, purpose) {
    case ("name", _):
      name = .set(try Self.text(member))
    case ("external_id", _):
      externalID = try Self.clearableText(member)
      guard let text = externalID.value else { return }
      guard text.utf8.count <= 128, text.utf8.allSatisfy({ $0 < 0x80 }) else {
        throw .invalid(
          "external_id", "external_id must be at most 128 characters, all of them ASCII")
      }
    case ("stripe_customer_id", .update):
      stripeCustomerID = try Self.clearableText(member)
    case ("metadata", _):
      metadata = try Self.metadata(member.value)
    case ("domain_data", _):
      domains = .set(try Self.domainData(member.value))
    case ("domains", _):
      // Deprecated; `domain_data` says the same with more detail and wins.
      let entries = try Self.domainNames(member.value)
      if domains == .kept { domains = .set(entries) }
    case ("idempotency_key", .create):
      // The Python SDK 5 sends it in the body as well.
      break
    default:
      throw .invalid(member.name, "property \(member.name) should not exist")
    }
  }

  private static func text(_ member: JSONMember) throws(APIProblem) -> String {
    guard case .string(let text) = member.value else {
      throw .invalid(member.name, "\(member.name) must be a string")
    }
    guard !text.isEmpty else {
      throw .invalid(member.name, "\(member.name) should not be empty")
    }
    return text
  }

  private static func clearableText(_ member: JSONMember) throws(APIProblem) -> FieldEdit<String> {
    member.value == .null ? .cleared : .set(try text(member))
  }

  private static func metadata(_ value: JSONValue) throws(APIProblem) -> FieldEdit<[MetadataEdit]> {
    if value == .null { return .cleared }
    guard case .object(let members) = value else {
      throw .badRequest(code: "invalid_metadata", "Metadata must be an object.")
    }
    var edits: [MetadataEdit] = []
    for member in members {
      guard (1...40).contains(member.name.utf16.count) else {
        throw .badRequest(
          code: "invalid_metadata", "Metadata keys must be 1 to 40 characters long.")
      }
      switch member.value {
      case .null:
        edits.append(MetadataEdit(key: member.name, value: nil))
      case .string(let text) where text.utf16.count <= 600:
        edits.append(MetadataEdit(key: member.name, value: text))
      default:
        throw .badRequest(
          code: "invalid_metadata",
          "Metadata value of '\(member.name)' must be a string of at most 600 characters.")
      }
    }
    // An empty object is the API's way to say "remove them all".
    return edits.isEmpty ? .cleared : .set(edits)
  }

  private static func domainData(_ value: JSONValue) throws(APIProblem) -> [DomainEntry] {
    guard case .array(let elements) = value else {
      throw .invalid("domain_data", "domain_data must be an array")
    }
    var entries: [DomainEntry] = []
    for (index, element) in elements.enumerated() {
      let field = "domain_data.\(index)"
      try refuseMembers(of: element, beside: ["domain", "state"], within: "\(field).")
      let state: OrganizationDomain.State
      switch element["state"] {
      case .string("pending"): state = .pending
      case .string("verified"): state = .verified
      default:
        throw .invalid(
          "\(field).state", "state must be one of the following values: pending, verified")
      }
      let name = try hostName(element["domain"], field: "\(field).domain")
      entries.append(DomainEntry(name: name, state: state))
    }
    return try withoutRepeats(entries, field: "domain_data")
  }

  private static func domainNames(_ value: JSONValue) throws(APIProblem) -> [DomainEntry] {
    guard case .array(let elements) = value else {
      throw .invalid("domains", "domains must be an array")
    }
    var entries: [DomainEntry] = []
    for (index, element) in elements.enumerated() {
      let name = try hostName(element, field: "domains.\(index)")
      entries.append(DomainEntry(name: name, state: .legacyVerified))
    }
    return try withoutRepeats(entries, field: "domains")
  }

  static func hostName(_ value: JSONValue?, field: String) throws(APIProblem) -> HostName {
    guard case .string(let text) = value, let name = HostName(text) else {
      throw .invalid(field, "domain must be a valid domain name")
    }
    guard !name.isConsumer else {
      throw .badRequest(
        code: "consumer_domain_forbidden",
        "The domain \(name.text) is a consumer domain and is not allowed.")
    }
    return name
  }

  /// Refuses the names in an object that mean nothing there.
  static func refuseMembers(
    of value: JSONValue, beside known: Set<String>, within path: String = ""
  ) throws(APIProblem) {
    guard case .object(let members) = value else { return }
    for member in members where !known.contains(member.name) {
      throw .invalid(path + member.name, "property \(path)\(member.name) should not exist")
    }
  }

  private static func withoutRepeats(
    _ entries: [DomainEntry], field: String
  ) throws(APIProblem) -> [DomainEntry] {
    guard Set(entries.map(\.name.text)).count == entries.count else {
      throw .invalid(field, "\(field) must not name a domain twice")
    }
    return entries
  }
}
