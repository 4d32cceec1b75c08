/// Reads the fields of a request's body one by one, and collects what is wrong with them.
struct BodyReader {
  /// How a family of endpoints says what is wrong with a field.
  enum Dialect {
    /// `{"field":"email","code":"email must be a string"}`
    case fields
    /// `{"code":"email_string_required","message":"Email must be a string."}`
    case codes
  }

  private let dialect: Dialect
  private let members: [JSONMember]
  private var known: Set<String> = []
  private var problem: APIProblem

  init(_ visit: Visit, _ dialect: Dialect) throws(APIProblem) {
    guard case .object(let members) = try visit.json() else {
      throw .badRequest("The request body must be a JSON object.")
    }
    self.dialect = dialect
    self.members = members
    problem = .validation([])
    if dialect == .codes { problem.code = "invalid_request_parameters" }
  }

  /// The value of a field, null and absent being told apart.
  mutating func value(_ name: String) -> JSONValue? {
    known.insert(name)
    return members.last { $0.name == name }?.value
  }

  mutating func text(_ name: String, atMost limit: Int = 1000) -> String {
    guard case .string(let text) = value(name) else {
      refuse(name, "must be a string", code: "string_required")
      return ""
    }
    if text.isEmpty { refuse(name, "should not be empty", code: "string_required") }
    if text.utf16.count > limit {
      refuse(name, "must be shorter than or equal to \(limit) characters", code: "too_long")
    }
    return text
  }

  mutating func optionalText(
    _ name: String, clearable: Bool = false, atMost limit: Int = 1000
  ) -> FieldEdit<String> {
    switch value(name) {
    case nil: return .kept
    case .null? where clearable: return .cleared
    default: return .set(text(name, atMost: limit))
    }
  }

  mutating func number(_ name: String) -> Int? {
    switch value(name) {
    case nil: return nil
    case .number(let digits)?:
      if let number = Int(digits) { return number }
      refuse(name, "must be an integer number", code: "integer_required")
    default: refuse(name, "must be an integer number", code: "integer_required")
    }
    return nil
  }

  /// A time, or null.
  mutating func time(_ name: String) -> FieldEdit<Timestamp> {
    switch value(name) {
    case nil: return .kept
    case .null?: return .cleared
    case .string(let text)?:
      if let time = Timestamp(text) { return .set(time) }
    default: break
    }
    refuse(name, "must be a valid ISO 8601 date string", code: "date_required")
    return .kept
  }

  mutating func texts(_ name: String) -> [String]? {
    guard let value = value(name) else { return nil }
    guard case .array(let elements) = value else {
      refuse(name, "must be an array", code: "array_required")
      return nil
    }
    var texts: [String] = []
    for element in elements {
      guard case .string(let text) = element, !text.isEmpty else {
        refuse(name, "must hold strings only", code: "strings_required")
        return nil
      }
      texts.append(text)
    }
    return texts
  }

  /// - Parameters:
  ///   - reason: what follows the name in a sentence, such as `must be a string`.
  ///   - code: what follows the name in a code, such as `string_required`.
  mutating func refuse(_ name: String, _ reason: String, code: String) {
    switch dialect {
    case .fields: problem.fieldErrors.append(.init(field: name, code: "\(name) \(reason)"))
    case .codes:
      problem.codedErrors.append(
        .init(code: "\(name)_\(code)", message: "\(Self.words(name)) \(reason)."))
    }
  }

  /// Refuses names that mean nothing here, and throws what was found.
  mutating func finish() throws(APIProblem) {
    for member in members where !known.contains(member.name) {
      switch dialect {
      case .fields:
        problem.fieldErrors.append(
          .init(field: member.name, code: "property \(member.name) should not exist"))
      case .codes: refuse(member.name, "should not exist", code: "unknown")
      }
    }
    guard problem.fieldErrors.isEmpty, problem.codedErrors.isEmpty else { throw problem }
  }

  private static func words(_ name: String) -> String {
    let words = name.replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

extension APIProblem {
  /// A refusal as `/user_management` words it.
  static func coded(_ code: String, _ message: String) -> APIProblem {
    APIProblem(status: 422, code: code, message: message)
  }

  /// The same in the dialect of `/user_management`.
  var inCodes: APIProblem {
    guard status == 422, !fieldErrors.isEmpty else { return self }
    var problem = self
    problem.code = "invalid_request_parameters"
    problem.codedErrors = fieldErrors.map { .init(code: "\($0.field)_invalid", message: $0.code) }
    problem.fieldErrors = []
    return problem
  }
}

extension Visit {
  /// The part of a list that the query asks for, refused in the dialect of `/user_management`.
  func codedPaging<Item: Listed>(
    _ type: Item.Type, named name: String
  ) throws(APIProblem) -> Paging {
    do throws(APIProblem) {
      return try paging(type, named: name)
    } catch {
      throw error.inCodes
    }
  }
}
