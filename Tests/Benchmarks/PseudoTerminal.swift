import Foundation
import Synchronization

/// A terminal without a screen: what is written to it is read and thrown away.
final class PseudoTerminal: Sendable {
  let terminal: Int32
  private let reader: Int32

  struct Unavailable: Error {}

  init(rows: Int, columns: Int) throws {
    var reader: Int32 = -1
    var terminal: Int32 = -1
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&reader, &terminal, nil, nil, &size) == 0 else { throw Unavailable() }
    self.reader = reader
    self.terminal = terminal
    let descriptor = reader
    Thread.detachNewThread {
      var buffer = [UInt8](repeating: 0, count: 65536)
      while read(descriptor, &buffer, buffer.count) > 0 {}
    }
  }
}
