import Cells
import Curses
import Foundation
import Frontend
import ViewModel
import WorkOS

/// Times what happens inside the program between a key and the bytes for the terminal.
///
/// Run with `swift run -c release Benchmarks`, with `--cold` to rest between the rounds. Each line is
/// the median and the 99th percentile. With `--held` it measures instead what must not grow with the
/// rows that are held, and exits with 1 when something does.

let rows = 40
let columns = 120
let rounds = 500
let isCold = CommandLine.arguments.contains("--cold")

if CommandLine.arguments.contains("--held") {
  var tabRows = HeldTabRows()
  tabRows.measure()
  let code = try HeldRows.beside()
  exit(tabRows.isBroken ? 1 : code)
}
if let option = CommandLine.arguments.firstIndex(of: "--held-at") {
  var held = try HeldRows(at: CommandLine.arguments[option + 1])
  exit(try held.measured() ? 0 : 1)
}

func measure(_ name: String, _ work: () -> Void) {
  for _ in 0..<20 { work() }
  var durations: [Duration] = []
  let clock = ContinuousClock()
  for _ in 0..<rounds {
    // Between a person's keys other programs run, and the processor forgets this one.
    if isCold { usleep(6000) }
    durations.append(clock.measure(work))
  }
  durations.sort()
  func milliseconds(_ duration: Duration) -> String {
    String(format: "%.3f", Double(duration.components.attoseconds) / 1e15)
  }
  let median = milliseconds(durations[rounds / 2])
  let slowest = milliseconds(durations[rounds * 99 / 100])
  print("\(name.padding(toLength: 44, withPad: " ", startingAt: 0)) \(median) ms  \(slowest) ms")
}

let started = Date(timeIntervalSince1970: 1_790_000_000)
var console = Fixture.console(organizations: 100, at: started)
var workspace = Fixture.workspace()
print("screen \(rows)×\(columns), 100 organizations              median    p99")

measure("a key down: event and state") {
  _ = console.update(.list(.selectionMoved(by: 1)), at: started)
  if console.list.selectedRow == console.list.rows.count - 1 {
    _ = console.update(.list(.firstRowWanted), at: started)
  }
}

measure("a key down: drawing, detail following") {
  _ = console.update(.list(.selectionMoved(by: 1)), at: started)
  if console.list.selectedRow ?? 0 > 30 { _ = console.update(.list(.firstRowWanted), at: started) }
  _ = workspace.draw(Snapshot(console), rows: rows, columns: columns, now: started)
}

measure("the whole screen, drawn from nothing") {
  var fresh = Fixture.workspace()
  _ = fresh.draw(Snapshot(console), rows: rows, columns: columns, now: started)
}

measure("a filter over 100 rows, typed") {
  _ = console.update(.list(.filterChanged("acme")), at: started)
  _ = console.update(.list(.filterChanged("")), at: started)
}

let pty = try PseudoTerminal(rows: rows, columns: columns)
let terminal = try Terminal(Terminal.Options(type: "xterm-256color"), descriptor: pty.terminal)
var isOther = false
measure("the whole screen, drawn and sent by ncurses") {
  var fresh = Fixture.workspace()
  isOther.toggle()
  let shown =
    isOther ? Console(workplace: console.workplace, idempotencyKeys: Fixture.keys) : console
  let canvas = fresh.draw(
    Snapshot(shown), rows: rows, columns: columns, now: started)
  terminal.show(canvas)
}
measure("a key down, drawn and sent by ncurses") {
  _ = console.update(.list(.selectionMoved(by: 1)), at: started)
  if console.list.selectedRow ?? 0 > 30 { _ = console.update(.list(.firstRowWanted), at: started) }
  terminal.show(workspace.draw(Snapshot(console), rows: rows, columns: columns, now: started))
}
terminal.close()
