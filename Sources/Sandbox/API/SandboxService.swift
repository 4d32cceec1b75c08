import Foundation

/// The whole API as a value: a request and the time go in, an answer comes out.
struct SandboxService: Sendable {
  private let key: BearerKey
  private let organizationCount: Int
  lazy var store = Seed(count: organizationCount).makeStore()
  private var faults: FaultQueue
  private(set) var latency: Duration
  private var writeLog = WriteLog()
  var deleteLimiter = DeleteLimiter()
  /// Nil where the header is ignored, as the real API does today.
  var idempotency: IdempotencyCache?
  private var random = SplitMix(seed: 11)

  init(
    organizations: Int = 0, latency: Duration = .zero, faults: [Fault] = [],
    key: String = "sk_test_sandbox", honoursIdempotencyKeys: Bool = false
  ) {
    self.key = BearerKey(key)
    organizationCount = organizations
    self.latency = latency
    self.faults = FaultQueue(faults)
    idempotency = honoursIdempotencyKeys ? IdempotencyCache() : nil
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
    if let host = request.header("host"), !LoopbackName.isOne(host) {
      var response = APIProblem.misdirected(host).response
      response.headers.append(HTTPHeader("X-Request-ID", requestID))
      return Answer(response: response)
    }
    let route = Route(segments: request.segments)
    var answer: Answer
    if let route, route.isControl {
      answer = Answer(response: controlled(request, route))
    } else if let fault = faults.take(for: request) {
      if fault.reachesAPI {
        let replacesMetadata = fault.kind == .replaceMetadata
        answer = fault.spoil(
          carriedOut(request, route, at: now, replacesMetadata: replacesMetadata), to: request)
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
    _ request: HTTPRequest, _ route: Route?, at now: Timestamp, replacesMetadata: Bool = false
  ) -> HTTPResponse {
    do throws(APIProblem) {
      let route = try admit(request, to: route)
      store.endVerifications(at: now)
      let outcome = try perform(request, route, at: now, replacesMetadata: replacesMetadata)
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
}
