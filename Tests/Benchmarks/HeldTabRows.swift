import Foundation
import Frontend
import JSON
import ViewModel
import WorkOS

/// What must not grow with the rows of a tab, measured while ten thousand members are loaded; and their
/// filter beside that of as many organizations.
struct HeldTabRows {
  private static let mostPageRatio = 1.5
  private static let mostKeyRatio = 1.2
  private static let mostFilterRatio = 2.0

  private static let rows = 10_000
  private static let pageSize = 100
  private static let pages = rows / pageSize
  private static let comparedPages = 20

  private let started = Date(timeIntervalSince1970: 1_790_000_000)
  private(set) var isBroken = false

  mutating func measure() {
    var console = Fixture.console(organizations: Self.rows, at: started)
    let organizations = time(ofFilters: { .list(.filterChanged($0)) }, console)
    if let first = console.list.selection {
      _ = console.update(.detail(.opened(first)), at: started)
    }
    _ = console.update(
      .tab(.shown(1 + (Tabs.all.firstIndex { $0.id == "members" } ?? 0))), at: started)
    let empty = console
    var few: Console?
    for page in 0..<Self.pages - Self.comparedPages {
      _ = takeIn(page, by: &console)
      if few == nil { few = console }
    }
    let ratio = pageRatio(of: &console, to: empty)
    guard let few, console.tabs.state?.rows.count == Self.rows else {
      print("rows of a tab: \(console.tabs.state?.rows.count ?? 0) of \(Self.rows) were loaded")
      isBroken = true
      return
    }
    check("taking in the 100th page of members, to the 10th", ratio, atMost: Self.mostPageRatio)
    _ = console.update(.tab(.rowWanted(0)), at: started)
    check(
      "a cursor key with 10,000 members, to one with 100",
      keys(console) / keys(few), atMost: Self.mostKeyRatio)
    let members = time(ofFilters: { .tab(.filterChanged($0)) }, console)
    check(
      "filters over 10,000 members, to as many organizations", members / organizations,
      atMost: Self.mostFilterRatio)
  }

  /// The last pages beside the first ones, in turns: whatever else the machine does disturbs both.
  private func pageRatio(of many: inout Console, to empty: Console) -> Double {
    var times: (few: [Duration], many: [Duration]) = ([], [])
    var few = empty
    for page in 0..<Self.comparedPages {
      times.few.append(takeIn(page, by: &few))
      times.many.append(takeIn(Self.pages - Self.comparedPages + page, by: &many))
    }
    return least(times.many[...]) / least(times.few[...])
  }

  /// How long a page takes from its arrival, asked for where it is not loading yet.
  private func takeIn(_ page: Int, by console: inout Console) -> Duration {
    if console.tabs.state?.load == nil { _ = console.update(.tab(.lastRowWanted), at: started) }
    guard let pending = console.tabs.state?.load?.pending else { return .zero }
    let rows = (0..<Self.pageSize).map { Self.member(page * Self.pageSize + $0) }
    let answer = Page(items: rows, after: page + 1 == Self.pages ? nil : "om_\(page)")
    return ContinuousClock().measure {
      _ = console.update(.tab(.answered(pending.id, .success(.page(answer)))), at: started)
    }
  }

  /// The quickest key of many, with its screen.
  private func keys(_ console: Console) -> Double {
    var (console, workspace, times) = (console, Fixture.workspace(), [Duration]())
    for round in 0..<300 {
      let event: TabEvent = round % 30 == 29 ? .rowWanted(0) : .selectionMoved(by: 1)
      times.append(
        ContinuousClock().measure {
          _ = console.update(.tab(event), at: started)
          _ = workspace.draw(Snapshot(console), rows: 40, columns: 120, now: started)
        })
    }
    times.sort()
    return times[times.count / 2] / .nanoseconds(1)
  }

  private func time(ofFilters event: (String) -> Event, _ console: Console) -> Double {
    var (console, times) = (console, [Duration]())
    for _ in 0..<20 {
      times.append(
        ContinuousClock().measure {
          for text in ["c", "cu", "cus", "customer 77", "nobody at all", ""] {
            _ = console.update(event(text), at: started)
          }
        })
    }
    return least(times[...])
  }

  private func least(_ durations: ArraySlice<Duration>) -> Double {
    (durations.min() ?? .zero) / .nanoseconds(1)
  }

  private mutating func check(_ name: String, _ value: Double, atMost bound: Double) {
    let isWithin = value <= bound
    if !isWithin { isBroken = true }
    print(
      name.padding(toLength: 56, withPad: " ", startingAt: 0),
      String(format: "%8.2f", value), "at most", bound, isWithin ? "" : "  BROKEN")
  }

  private static func member(_ number: Int) -> TabRow {
    let json = RawJSON(
      #"{"id":"om_01M67FS3C1Q4P6QWEF0\#(100_000 + number)","status":"active","#
        + #""user_id":"user_\#(number)","role":{"slug":"member"},"directory_managed":false,"#
        + #""organization_id":"org_1","updated_at":"2026-03-12T09:00:00.000Z","user":"#
        + #"{"id":"user_\#(number)","email":"customer.\#(number)@globex.example","#
        + #""first_name":"Customer","last_name":"\#(number)"}}"#)
    return MembersTab().row(keptAs: json)
      ?? TabRow(id: "om_\(number)", name: "unread", cells: [], json: json)
  }
}
