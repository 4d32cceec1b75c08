import Foundation
import Sandbox
import WorkOS

/// Two thousand page loads and two hundred writes, one request in twenty going wrong; then a million
/// events on the view model alone.
///
/// Everything acknowledged has to be in the sandbox's own record, everything there acknowledged,
/// and the process has to hold no more at the end than after the first rounds.
@main
struct Soak {
  private static let rounds = 20
  private static let pagesInRound = 100
  /// Nine creates, seven updates, four deletes in two rounds: the sandbox takes 50 deletes a minute.
  private static let writesInRound = 10
  /// Growth from the second round to the last; URLSession alone takes 0.15 MB in 1,000 requests.
  private static let mostGrowth = Figures(descriptors: 4, threads: 6, memory: 16)

  static func main() async throws {
    let kinds = ["500", "503", "429 retry-after=0", "drop", "drop-mid", "drop-after", "truncate"]
    let rate = 5.0 / Double(kinds.count)
    let server = SandboxServer(
      configuration: .init(
        organizations: 1000, faults: try kinds.map { try Fault(parsing: "\($0) rate=\(rate)%") },
        // The patient client sends a create again without looking, which is safe only so.
        honoursIdempotencyKeys: true))
    let base = try BaseURL("http://127.0.0.1:\(try server.start())").url
    let transport = CountingTransport()
    let client = PatientClient(
      WorkOSClient(
        configuration: .init(baseURL: base, apiKey: APIKey(secret: "sk_test_sandbox")),
        transport: transport))

    let clock = ContinuousClock()
    let start = clock.now
    var walker = Walker(client: client)
    var writer = Writer(client: client, organizations: try await client.everything())
    var figures: [Figures] = []
    var problems: [String] = []
    for round in 1...rounds {
      let (reading, writing) = (walker, writer)
      async let walked = reading.walked(pages: pagesInRound)
      async let written = writing.written(writesInRound)
      (walker, writer) = (try await walked, try await written)
      problems += walker.walks.flatMap {
        writer.ledger.faults(inWalk: $0, excusing: writer.ledger.deleted)
      }
      walker.walks = []
      if [2, rounds / 2, rounds].contains(round) {
        figures.append(try await Figures.settled())
        print("soak: after \(walker.pages) pages, \(writer.count) writes: \(figures.last!)")
      }
    }

    problems += writer.ledger.faults(in: try await client.everything(), server.writes)
    if let first = figures.first, let last = figures.last {
      if last.descriptors - first.descriptors > mostGrowth.descriptors {
        problems.append("descriptors grow")
      }
      if last.threads - first.threads > mostGrowth.threads { problems.append("threads grow") }
      if last.memory - first.memory > mostGrowth.memory { problems.append("memory grows") }
    }
    server.stop()
    let seconds = Self.seconds(clock.now - start)
    let storm = clock.measure { problems += MillionEvents.problems() }
    for problem in problems { print("soak: not so: \(problem)") }
    print(
      "soak: \(walker.pages) pages, \(writer.count) writes, \(transport.requests) requests,",
      "\(client.repeats) of them repeats, \(seconds);",
      "a million events on the view model, \(Self.seconds(storm));",
      problems.isEmpty ? "ok" : "failed")
    exit(problems.isEmpty ? 0 : 1)
  }

  private static func seconds(_ duration: Duration) -> String {
    duration.formatted(.units(allowed: [.seconds], fractionalPart: .show(length: 1)))
  }
}
