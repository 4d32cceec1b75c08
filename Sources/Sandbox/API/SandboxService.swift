import Foundation

/// The whole API as a value: a request and the time go in, an answer comes out.
struct SandboxService: Sendable {
  private let key: BearerKey
  private let organizationCount: Int
  private(set) lazy var store = Seed(count: organizationCount).makeStore()
  private var faults: FaultQueue
  private(set) var latency: Duration
  private var writeLog = WriteLog()
  private var deleteLimiter = DeleteLimiter()
  private var idempotency = IdempotencyCache()
  private var random = SplitMix(seed: 11)

  init(
    organizations: Int = 0, latency: Duration = .zero, faults: [Fault] = [],
    key: String = "sk_test_sandbox"
  ) {
    self.key = BearerKey(key)
    organizationCount = organizations
    self.latency = latency
    self.faults = FaultQueue(faults)
  }

  init(store: OrganizationStore) {
    self.init()
    self.store = store
  }

  var writes: [WriteRecord] { writeLog.records }

  /// Makes the seeded organizations now, so that no request has to wait for them.
  mutating func prepare() {
    _ = store.organizations.count
  }

  mutating func answer(_ request: HTTPRequest, at date: Date) -> Answer {
    let now = Timestamp(date)
    let requestID = makeRequestID()
    let route = Route(segments: request.segments)
    var answer: Answer
    if let route, route.isControl {
      answer = Answer(response: controlled(request, route))
    } else if let fault = faults.take(for: request) {
      if fault.kind.reachesAPI {
        answer = fault.spoil(carriedOut(request, route, at: now), to: request)
      } else {
        answer = fault.answer
        let status = answer.delivery == .nothing ? 0 : answer.response.status
        writeLog.record(request, status: status, subject: nil, isApplied: false, at: now)
      }
    } else {
      answer = Answer(response: carriedOut(request, route, at: now))
    }
    if route?.isControl != true { answer.delay += latency }
    if request.method == "HEAD" { answer.response.body = [] }
    answer.response.headers.append(HTTPHeader("X-Request-ID", requestID))
    return answer
  }

  /// Lets the API answer, and remembers what was written.
  private mutating func carriedOut(
    _ request: HTTPRequest, _ route: Route?, at now: Timestamp
  ) -> HTTPResponse {
    do throws(APIProblem) {
      let route = try admit(request, to: route)
      let outcome = try perform(request, route, at: now)
      writeLog.record(
        request, status: outcome.response.status, subject: outcome.subject,
        isApplied: !outcome.isReplay, at: now)
      return outcome.response
    } catch {
      writeLog.record(request, status: error.status, subject: nil, isApplied: false, at: now)
      return error.response
    }
  }

  private func admit(_ request: HTTPRequest, to route: Route?) throws(APIProblem) -> Route {
    guard let route else { throw APIProblem(status: 404, message: "Not Found") }
    guard route.methods.contains(request.method) else {
      throw APIProblem(
        status: 405, message: "Method Not Allowed",
        headers: [HTTPHeader("Allow", route.methods.joined(separator: ", "))])
    }
    guard key.isCarried(by: request) else { throw .unauthorized }
    return route
  }

  /// Answers a request that steers the sandbox.
  private mutating func controlled(_ request: HTTPRequest, _ route: Route) -> HTTPResponse {
    do throws(APIProblem) {
      let route = try admit(request, to: route)
      let text = String(decoding: request.body, as: UTF8.self)
      do throws(FaultSyntaxError) {
        switch (request.method, route) {
        case ("POST", .faults): faults.add(try Self.faults(in: text))
        case ("DELETE", .faults): faults.clear()
        case ("POST", .latency):
          let time = text.filter { !$0.isWhitespace }
          latency = try Fault.duration(parsing: time)
        default: return writeLog.response
        }
        return HTTPResponse(status: 204)
      } catch {
        throw .badRequest(error.description)
      }
    } catch {
      return error.response
    }
  }

  /// Reads one fault from each line.
  private static func faults(in text: String) throws(FaultSyntaxError) -> [Fault] {
    var faults: [Fault] = []
    for line in text.split(whereSeparator: \.isNewline)
    where !line.allSatisfy(\.isWhitespace) {
      faults.append(try Fault(parsing: String(line)))
    }
    return faults
  }

  private mutating func makeRequestID() -> String {
    let hexadecimal = String(random.wide() | 1 << 127, radix: 16)
    let digits = Array(hexadecimal)
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
    return "req_" + parts.joined(separator: "-")
  }

  private mutating func perform(
    _ request: HTTPRequest, _ route: Route, at now: Timestamp
  ) throws(APIProblem) -> Outcome {
    switch route {
    case .organizations where request.method == "GET":
      return Outcome(.json(200, store.page(try OrganizationQuery(items: request.query)).json))
    case .organizations: return try createOrganization(request, at: now)
    case .organization(let text):
      guard let id = ULID(text, prefix: Organization.prefix) else {
        throw .organizationNotFound
      }
      return try performOnOrganization(id, request, at: now)
    case .organizationByExternalID(let externalID):
      guard let organization = store.organization(externalID: externalID) else {
        throw .organizationNotFound
      }
      return Outcome(200, organization)
    case .domains:
      return try createDomain(request, at: now)
    case .domain(let text):
      let id = try domainID(text)
      if request.method == "DELETE" {
        let place = try store.removeDomain(id)
        return Outcome(HTTPResponse(status: 204), subject: place.organization.id)
      }
      guard let place = store.domain(id) else { throw .domainNotFound(text) }
      return Outcome(200, place)
    case .domainVerification(let text):
      return Outcome(201, try store.verifyDomain(try domainID(text), at: now))
    case .writes, .faults, .latency:
      throw .organizationNotFound
    }
  }

  private mutating func performOnOrganization(
    _ id: ULID, _ request: HTTPRequest, at now: Timestamp
  ) throws(APIProblem) -> Outcome {
    switch request.method {
    case "PUT":
      let fields = try OrganizationFields(json: try json(request), for: .update)
      return Outcome(200, try store.update(id, with: fields, at: now))
    case "DELETE":
      if let wait = deleteLimiter.admit(at: now) { throw .rateLimited(retryAfter: wait) }
      try store.delete(id)
      return Outcome(.text(202, "Accepted"), subject: id)
    default:
      guard let organization = store.organization(id) else { throw .organizationNotFound }
      return Outcome(200, organization)
    }
  }

  private mutating func createOrganization(
    _ request: HTTPRequest, at now: Timestamp
  ) throws(APIProblem) -> Outcome {
    let key = request.header("idempotency-key")
    if let key, let recorded = try idempotency.answer(to: request, key: key) {
      return Outcome(recorded, isReplay: true)
    }
    let fields = try OrganizationFields(json: try json(request), for: .create)
    let outcome = Outcome(201, try store.create(fields, at: now))
    if let key { idempotency.record(outcome.response, to: request, key: key) }
    return outcome
  }

  private mutating func createDomain(
    _ request: HTTPRequest, at now: Timestamp
  ) throws(APIProblem) -> Outcome {
    let body = try json(request)
    guard case .string(let text) = body["organization_id"] else {
      throw .invalid("organization_id", "organization_id must be a string")
    }
    let name = try OrganizationFields.hostName(body["domain"], field: "domain")
    guard let id = ULID(text, prefix: Organization.prefix) else { throw .organizationNotFound }
    return Outcome(201, try store.addDomain(name, to: id, at: now))
  }

  private func domainID(_ text: String) throws(APIProblem) -> ULID {
    guard let id = ULID(text, prefix: OrganizationDomain.prefix) else {
      throw .domainNotFound(text)
    }
    return id
  }

  private func json(_ request: HTTPRequest) throws(APIProblem) -> JSONValue {
    if request.body.isEmpty { return .object([]) }
    do throws(JSONSyntaxError) {
      return try JSONParser.parse(request.body)
    } catch {
      throw .badRequest(error.reason)
    }
  }
}
