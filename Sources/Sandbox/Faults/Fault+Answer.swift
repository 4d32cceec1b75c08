extension Fault {
  /// The answer of a fault that stands in place of the API.
  var answer: Answer {
    var answer = Answer(response: .json(200, []), delay: delay)
    switch kind {
    case .status(let status): answer.response = Self.problem(status).response
    case .webPage(let status):
      let title = status == 200 ? "Welcome" : "\(status) \(HTTPResponse.reason(status))"
      answer.response = .html(status, title)
    case .drop: answer.delivery = .nothing
    case .huge(let megabytes): answer.delivery = .filler(megabytes: megabytes)
    case .redirect(let location):
      answer.response = .html(302, "302 Found")
      answer.response.headers.append(HTTPHeader("Location", location))
    case .basicChallenge:
      answer.response = APIProblem.unauthorized.response
      answer.response.headers.append(HTTPHeader("WWW-Authenticate", "Basic realm=\"sandbox\""))
    case .dropMid, .dropAfter, .truncate, .empty, .slow, .wrongTypes, .noMetadata, .noUser,
      .repeatCursor,
      .emptyPage, .replaceMetadata, .delayOnly:
      break
    }
    if let retryAfter {
      answer.response.headers.append(HTTPHeader("Retry-After", String(retryAfter)))
    }
    return answer
  }

  /// What becomes of the API's own answer.
  func spoil(_ response: HTTPResponse, to request: HTTPRequest) -> Answer {
    var answer = Answer(response: response, delay: delay)
    switch kind {
    case .dropMid: answer.delivery = .half
    case .dropAfter: answer.delivery = .nothing
    case .truncate: answer.response.body = Array(response.body.prefix(response.body.count / 2))
    case .empty: answer.response = .json(200, [])
    case .slow(let pause): answer.delivery = .trickle(pause)
    case .wrongTypes: answer.response.rewrite { $0.withWrongTypes }
    case .noMetadata: answer.response.rewrite { $0.removing("list_metadata") }
    case .noUser: answer.response.rewrite(\.withoutUser)
    case .repeatCursor: answer.response.rewrite { $0.repeatingCursor(of: request) }
    case .emptyPage: answer.response.rewrite { $0.emptied }
    case .status, .webPage, .drop, .huge, .redirect, .basicChallenge: return self.answer
    case .replaceMetadata, .delayOnly: break
    }
    return answer
  }

  private static func problem(_ status: Int) -> APIProblem {
    switch status {
    case 400: .badRequest(code: "invalid_request_parameters", "Request could not be processed.")
    case 401: .unauthorized
    case 404: .notFound
    case 409:
      APIProblem(
        status: 409, message: "An Organization with the domain example.com already exists.")
    case 422: .invalid("name", "name must be a string")
    case 429:
      APIProblem(status: 429, message: APIProblem.rateLimitMessage)
    default: APIProblem(status: status, message: HTTPResponse.reason(status))
    }
  }
}

extension HTTPResponse {
  fileprivate mutating func rewrite(_ change: (JSONValue) -> JSONValue) {
    // An answer that is not JSON has nothing in it to spoil.
    guard let value = try? JSONParser.parse(body) else { return }
    var writer = JSONWriter(capacity: body.count)
    writer.value(change(value))
    body = writer.bytes
  }
}

extension JSONValue {
  /// Valid JSON in which hardly anything has the type it should; ids are left as they are.
  fileprivate var withWrongTypes: JSONValue {
    switch self {
    case .null: .number("0")
    case .bool: .string("yes")
    case .number: .bool(false)
    case .string: .number("42")
    case .array: .string("none")
    case .object(let members):
      .object(
        members.map { member in
          switch (member.name, member.value) {
          case ("id", _), ("object", _): member
          case ("data", .array(let elements)):
            JSONMember(name: member.name, value: .array(elements.map(\.withWrongTypes)))
          case (_, .object): JSONMember(name: member.name, value: .array([]))
          case (_, let value): JSONMember(name: member.name, value: value.withWrongTypes)
          }
        })
    }
  }

  /// A page whose cursor leads to the very same page again.
  fileprivate func repeatingCursor(of request: HTTPRequest) -> JSONValue {
    guard var metadata = self["list_metadata"] else { return self }
    for item in request.query where item.name == "after" || item.name == "before" {
      metadata = metadata.replacing(item.name, with: .string(item.value))
    }
    return replacing("list_metadata", with: metadata)
  }

  /// The same thing, or list of them, without the user that each holds.
  fileprivate var withoutUser: JSONValue {
    guard case .array(let data) = self["data"] else { return removing("user") }
    return replacing("data", with: .array(data.map { $0.removing("user") }))
  }

  /// A page without organizations that still claims there are more.
  fileprivate var emptied: JSONValue {
    guard let metadata = self["list_metadata"], case .array(let data) = self["data"] else {
      return self
    }
    let cursor = data.last?["id"] ?? .string("org_01JB00000000000000000000ZZ")
    let claimed = metadata["after"] == .null ? metadata.replacing("after", with: cursor) : metadata
    return replacing("data", with: .array([])).replacing("list_metadata", with: claimed)
  }
}
