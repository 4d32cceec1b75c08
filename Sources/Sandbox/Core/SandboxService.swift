import Foundation

/// The whole API as a value: a request and the time go in, an answer comes out.
struct SandboxService: Sendable {
  private let key: BearerKey
  private let resources: [any Resource]
  private let router: Router
  /// How many organizations are still to be made up.
  private var unmadeOrganizations: Int
  var store: Store
  private var faults: FaultQueue
  private(set) var latency: Duration
  private var writeLog = WriteLog()
  private var rateLimiter = RateLimiter()
  /// Nil where the header is ignored, as the real API does today.
  private var idempotency: IdempotencyCache?
  private var random = SplitMix(seed: 11)

  init(
    organizations: Int = 0, latency: Duration = .zero, faults: [Fault] = [],
    key: String = "sk_test_sandbox", honoursIdempotencyKeys: Bool = false,
    environment: Environment = Environment(), resources: [any Resource] = []
  ) {
    self.key = BearerKey(key)
    self.resources = Resources.all + resources
    router = Router(self.resources)
    unmadeOrganizations = organizations
    store = Store(environment: environment)
    self.latency = latency
    self.faults = FaultQueue(faults)
    idempotency = honoursIdempotencyKeys ? IdempotencyCache() : nil
  }

  var writes: [WriteRecord] { writeLog.records }

  /// Makes the seeded organizations, unless they have been made; a request that comes first does.
  mutating func prepare() {
    guard unmadeOrganizations > 0 else { return }
    store.organizations = Seed(count: unmadeOrganizations).makeStore()
    unmadeOrganizations = 0
    let seeded = store
    store[SeededStore.self].stores = [seeded]
  }

  mutating func answer(_ request: HTTPRequest, at date: Date) -> Answer {
    prepare()
    let now = Timestamp(date)
    let requestID = makeRequestID()
    if let host = request.header("host"), !LoopbackName.isOne(host) {
      var response = APIProblem.misdirected(host).response
      response.headers.append(HTTPHeader("X-Request-ID", requestID))
      return Answer(response: response)
    }
    var answer: Answer
    if let route = ControlRoute(segments: request.segments) {
      answer = Answer(response: controlled(request, route))
    } else {
      answer = answerOfAPI(request, at: now)
      answer.delay += latency
    }
    if request.method == "HEAD" { answer.response.body = [] }
    answer.response.headers.append(HTTPHeader("X-Request-ID", requestID))
    return answer
  }

  /// The API's answer, or what a fault makes of it.
  private mutating func answerOfAPI(_ request: HTTPRequest, at now: Timestamp) -> Answer {
    guard let fault = faults.take(for: request) else {
      return Answer(response: carriedOut(request, at: now))
    }
    if fault.reachesAPI {
      let replacesMetadata = fault.kind == .replaceMetadata
      return fault.spoil(
        carriedOut(request, at: now, replacesMetadata: replacesMetadata), to: request)
    }
    let answer = fault.answer
    let status = answer.delivery == .nothing ? 0 : answer.response.status
    writeLog.record(request, status: status, outcome: nil, at: now)
    return answer
  }

  /// Lets the API answer, and remembers what was written.
  private mutating func carriedOut(
    _ request: HTTPRequest, at now: Timestamp, replacesMetadata: Bool = false
  ) -> HTTPResponse {
    do throws(APIProblem) {
      let match = try router.match(request)
      guard key.isCarried(by: request) else { throw .unauthorized }
      try rateLimiter.admit(request, at: now)
      let outcome = try once(request) { (service: inout SandboxService) throws(APIProblem) in
        try service.perform(
          match,
          Visit(
            request: request, now: now, parameters: match.parameters,
            replacesMetadata: replacesMetadata))
      }
      writeLog.record(request, status: outcome.response.status, outcome: outcome, at: now)
      return outcome.response
    } catch {
      writeLog.record(request, status: error.status, outcome: nil, at: now)
      return error.response
    }
  }

  private mutating func perform(
    _ match: Router.Match, _ visit: Visit
  ) throws(APIProblem) -> Outcome {
    if match.endpoint.needsBody, visit.request.body.isEmpty {
      throw .badRequest("The request body is missing.")
    }
    for resource in resources { resource.advance(to: visit.now, in: &store) }
    let outcome = try match.endpoint.action(visit, &store)
    for occurrence in outcome.occurrences { store.note(occurrence, at: visit.now) }
    if let organization = outcome.deletedOrganization {
      for resource in resources { resource.forget(organization: organization, in: &store) }
    }
    return outcome
  }

  /// Repeats the recorded answer to a POST whose Idempotency-Key has been seen, where that counts.
  private mutating func once(
    _ request: HTTPRequest,
    _ perform: (inout SandboxService) throws(APIProblem) -> Outcome
  ) throws(APIProblem) -> Outcome {
    guard request.method == "POST", let key = request.header("idempotency-key") else {
      return try perform(&self)
    }
    if let recorded = try idempotency?.answer(to: request, key: key) {
      var outcome = Outcome(recorded)
      outcome.isReplay = true
      return outcome
    }
    let outcome = try perform(&self)
    idempotency?.record(outcome.response, to: request, key: key)
    return outcome
  }

  /// Answers a request that steers the sandbox.
  private mutating func controlled(_ request: HTTPRequest, _ route: ControlRoute) -> HTTPResponse {
    do throws(APIProblem) {
      guard route.methods.contains(request.method) else {
        throw .methodNotAllowed(route.methods)
      }
      guard key.isCarried(by: request) else { throw .unauthorized }
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
}
