import Foundation
import Frontend
import Sandbox
import Synchronization
import ViewModel
import WorkOS

/// What must not grow with the rows that are held, measured while a hundred thousand are loaded.
///
/// They are those of the sandbox, which runs in the process that starts this one: here is only what
/// the console itself takes. Whatever is compared is compared within one run.
struct HeldRows {
  /// The bounds that a change may not break.
  private static let mostPageRatio = 1.5
  private static let mostKeyRatio = 1.2
  private static let mostDomainsRatio = 2.0
  private static let mostBytesInRow = 900.0

  private static let organizations = 100_000
  private static let pageSize = 100
  private static let pages = organizations / pageSize
  private static let comparedPages = 20

  private let client: WorkOSClient
  private let started = Date(timeIntervalSince1970: 1_790_000_000)
  private var isBroken = false

  /// Starts a sandbox, and this program once more beside it; its exit code.
  static func beside() throws -> Int32 {
    let server = SandboxServer(configuration: .init(organizations: organizations))
    let port = try server.start()
    defer { server.stop() }
    let process = Process()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["--held-at", "http://127.0.0.1:\(port)"]
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  init(at address: String) throws {
    client = WorkOSClient(
      configuration: .init(
        baseURL: try BaseURL(address).url, apiKey: APIKey(secret: "sk_test_sandbox")),
      transport: URLSessionTransport())
  }

  /// Whether all bounds hold.
  mutating func measured() throws -> Bool {
    // The first requests load libraries and make buffers, which are no part of any row.
    for _ in 0..<20 { _ = try page(.first) }
    let before = try residentBytes()
    var console = emptyConsole()
    var few: Console?
    let compared = Self.comparedPages * Self.pageSize
    while console.list.browsing.loadedCount < Self.organizations - compared,
      let next = try nextPage(of: console)
    {
      _ = takeIn(next, by: &console)
      if few == nil { few = console }
    }
    let pageRatio = try pageRatio(to: &console)
    let held = console.list.browsing.loadedCount
    let bytes = (try residentBytes() - before) / Double(held)
    guard held == Self.organizations, let few, let pageRatio else {
      print("held rows: \(held) of \(Self.organizations) were loaded")
      return false
    }
    check(
      "taking in the 1,000th page of 100, to the 10th", pageRatio, atMost: Self.mostPageRatio)
    console = backOnFirstPage(console)
    keys(few, console)
    check("bytes for each of 100,000 rows", bytes, atMost: Self.mostBytesInRow)
    filter(console)
    domains(few, console)
    return !isBroken
  }

  /// The last pages of a console that holds all others, beside the first ones of another, in turns:
  /// measured a minute apart they would tell two moods of the machine from one another. `nil` where
  /// pages ran out.
  private func pageRatio(to many: inout Console) throws -> Double? {
    var few = emptyConsole()
    var times: (few: [Duration], many: [Duration]) = ([], [])
    for round in 0..<Self.comparedPages {
      guard let first = try nextPage(of: few), let last = try nextPage(of: many) else { return nil }
      if round.isMultiple(of: 2) {
        times.few.append(takeIn(first, by: &few))
        times.many.append(takeIn(last, by: &many))
      } else {
        times.many.append(takeIn(last, by: &many))
        times.few.append(takeIn(first, by: &few))
      }
    }
    return least(times.many[...]) / least(times.few[...])
  }

  private func emptyConsole() -> Console {
    var console = Console(
      workplace: Workplace(kind: .sandbox, host: "127.0.0.1", pageSize: Self.pageSize),
      idempotencyKeys: Fixture.keys)
    _ = console.update(.started, at: started)
    return console
  }

  /// The answer to what a console waits for, or would after one more key; `nil` at the end.
  private func nextPage(of console: Console) throws -> WorkOS.Page<Organization>? {
    var console = console
    if console.list.browsing.load == nil { _ = console.update(.list(.nextPageWanted), at: started) }
    return try console.list.browsing.load.map { try page($0.cursor) }
  }

  private func takeIn(_ answer: WorkOS.Page<Organization>, by console: inout Console) -> Duration {
    if console.list.browsing.load == nil { _ = console.update(.list(.nextPageWanted), at: started) }
    guard let pending = console.list.browsing.load?.pending else { return .zero }
    return ContinuousClock().measure {
      let rows = ListedOrganization.rows(of: answer.items)
      _ = console.update(
        .list(.pageArrived(pending.id, .success(Page(items: rows, after: answer.after)))),
        at: started)
    }
  }

  /// The same page as at the beginning, so that only what is held beside it differs.
  private func backOnFirstPage(_ console: Console) -> Console {
    var (console, workspace) = (console, Fixture.workspace())
    _ = console.update(.list(.pagesTurned(by: -Self.pages)), at: started)
    let time = ContinuousClock().measure {
      _ = workspace.draw(Snapshot(console), rows: 40, columns: 120, now: started)
    }
    print("  a screen of rows that were last read long ago, read and drawn: \(time)")
    return console
  }

  /// A cursor key and its screen with many rows held, beside the same with one page of them.
  private mutating func keys(_ few: Console, _ many: Console) {
    var sides = [few, many].map {
      (console: $0, workspace: Fixture.workspace(), times: [Duration]())
    }
    for round in 0..<600 {
      // Each goes first in turn, as the second finds the processor awake.
      for side in round.isMultiple(of: 2) ? [0, 1] : [1, 0] {
        let event: ListEvent = round % 30 == 29 ? .firstRowWanted : .selectionMoved(by: 1)
        let time = ContinuousClock().measure {
          _ = sides[side].console.update(.list(event), at: started)
          _ = sides[side].workspace.draw(
            Snapshot(sides[side].console), rows: 40, columns: 120, now: started)
        }
        // Rows that come into sight for the first time are read, wherever they are held.
        if round >= 60 { sides[side].times.append(time) }
      }
    }
    check(
      "a cursor key with 100,000 rows held, to one with 100",
      median(sides[1].times[...]) / median(sides[0].times[...]), atMost: Self.mostKeyRatio)
  }

  private func filter(_ console: Console) {
    var console = console
    for text in ["a", "ac", "acm", "acme", "name:", "name:e", "plan=enterprise"] {
      let time = ContinuousClock().measure {
        _ = console.update(.list(.filterChanged(text)), at: started)
      }
      print("  a filter over 100,000 rows, “\(text)”: \(console.list.matches.count) in \(time)")
    }
  }

  /// The domains of an organization come on screen, which are looked for in all others.
  private mutating func domains(_ few: Console, _ many: Console) {
    let index = 1 + (Tabs.all.firstIndex { $0.id == "domains" } ?? 0)
    let times = [few, many].map { console in
      var console = console
      let id = console.list.rows[0].id
      return (0..<50).map { _ in
        _ = console.update(.detail(.opened(id)), at: started)
        defer { _ = console.update(.detail(.closed), at: started) }
        return ContinuousClock().measure {
          _ = console.update(.tab(.shown(index)), at: started)
        }
      }
    }
    print("  the quickest: \(times.map { $0.min() ?? .zero })")
    check(
      "opening domains with 100,000 rows held, to 100", least(times[1][...]) / least(times[0][...]),
      atMost: Self.mostDomainsRatio)
  }

  private mutating func check(_ name: String, _ value: Double, atMost bound: Double) {
    let isWithin = value <= bound
    if !isWithin { isBroken = true }
    print(
      name.padding(toLength: 56, withPad: " ", startingAt: 0),
      String(format: "%8.2f", value), "at most", bound, isWithin ? "" : "  BROKEN")
  }

  /// The quickest, which other programs disturbed least.
  private func least(_ durations: ArraySlice<Duration>) -> Double {
    (durations.min() ?? .zero) / .nanoseconds(1)
  }

  private func median(_ durations: ArraySlice<Duration>) -> Double {
    durations.sorted()[durations.count / 2] / .nanoseconds(1)
  }

  private func residentBytes() throws -> Double {
    let statistics = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
    let pages = statistics.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0
    return pages * Double(sysconf(Int32(_SC_PAGESIZE)))
  }

  /// Waits for a page: nothing else is to happen meanwhile.
  private func page(_ cursor: PageCursor) throws -> WorkOS.Page<Organization> {
    let (client, answer) = (client, Answered())
    Task.detached {
      do throws(WorkOSError) {
        let query = OrganizationQuery(cursor: cursor, limit: Self.pageSize)
        answer.give(.success(try await client.send(Organizations.list(query)).value))
      } catch {
        answer.give(.failure(error))
      }
    }
    return try answer.wait().get()
  }
}

/// An answer that another thread waits for.
private final class Answered: Sendable {
  private let result = Mutex<Result<WorkOS.Page<Organization>, WorkOSError>>(
    .success(WorkOS.Page(items: [])))
  private let isGiven = DispatchSemaphore(value: 0)

  func give(_ result: Result<WorkOS.Page<Organization>, WorkOSError>) {
    self.result.withLock { $0 = result }
    isGiven.signal()
  }

  func wait() -> Result<WorkOS.Page<Organization>, WorkOSError> {
    isGiven.wait()
    return result.withLock { $0 }
  }
}
