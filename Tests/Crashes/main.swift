import Cells
import Curses
import Foundation

/// Takes the terminal as the console does and, at the first key, crashes as its argument says; ends
/// well without one.

Signals.block()
let crash = Crash(rawValue: CommandLine.arguments.last ?? "")
let terminal = try Terminal(Terminal.Options(type: "xterm-256color"))
var canvas = Canvas(rows: terminal.size.rows, columns: terminal.size.columns)
FileHandle.standardError.write(Data("Said while the terminal was taken.\n".utf8))
canvas.write("On the screen.", row: 0, column: 0)
terminal.show(canvas)
while terminal.readKeys().isEmpty {
  var input = pollfd(fd: terminal.inputDescriptor, events: Int16(POLLIN), revents: 0)
  poll(&input, 1, -1)
}
crash?.happen()
terminal.close()
