import Cells
import Foundation
import TestSupport

@testable import Curses

/// A `Terminal` in this process, and the emulator it draws on.
@MainActor
final class EmulatedTerminal {
  let terminal: Terminal
  private(set) var screen: TerminalEmulator
  private(set) var byteCount = 0
  private let master: Int32
  let originalSettings: TerminalSettings

  init(
    rows: Int = 10, columns: Int = 30, type: String = "xterm-256color", usesColors: Bool = true,
    title: String? = nil, titleBefore: String = ""
  ) throws {
    var master: Int32 = -1
    var slave: Int32 = -1
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &slave, nil, nil, &size) == 0 else { throw CocoaError(.fileNoSuchFile) }
    _ = fcntl(master, F_SETFL, O_RDWR | O_NONBLOCK)
    self.master = master
    originalSettings = TerminalSettings(of: master)
    var options = Terminal.Options(type: type)
    options.usesColors = usesColors
    options.title = title
    terminal = try Terminal(options, descriptor: slave)
    screen = TerminalEmulator(rows: rows, columns: columns)
    screen.feed("\u{1B}]2;\(titleBefore)\u{7}")
  }

  isolated deinit {
    terminal.close()
    close(master)
  }

  var settings: TerminalSettings { TerminalSettings(of: master) }

  /// Shows a canvas, and returns how many bytes that took.
  @discardableResult
  func show(_ canvas: Canvas) -> Int {
    receive()
    terminal.show(canvas)
    return receive()
  }

  /// Takes what has been written.
  @discardableResult
  func receive() -> Int {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let before = byteCount
    while true {
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { return byteCount - before }
      byteCount += count
      screen.feed(buffer[..<count])
    }
  }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  func resize(rows: Int, columns: Int) {
    receive()
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    screen.resize(rows: rows, columns: columns)
    terminal.resize()
  }
}
