import CNcurses
import Cells
import Glibc

/// Reads what the terminal has sent, and makes keys of it.
struct KeyReader {
  /// Bytes taken in one call, so that a large paste does not keep the screen from being drawn.
  private static let limit = 65_536

  private let device: TerminalDevice
  private let escapeDelay: Int
  private let start = ContinuousClock.now
  private let table: KeyTable
  private var decoder: KeyDecoder

  /// ncurses must have been started: it knows what keys send on this terminal.
  init(of device: TerminalDevice, escapeDelayInMilliseconds escapeDelay: Int) {
    self.device = device
    self.escapeDelay = escapeDelay
    table = KeyTable.ofTerminal
    decoder = KeyDecoder(table: table)
  }

  /// All keys that have arrived; waits for nothing, but after an ESC for what may belong to it.
  mutating func read() -> [Key] {
    var keys: [Key] = []
    var count = 0
    while count < KeyReader.limit {
      if device.hasInput(inMilliseconds: decoder.awaitsMore ? escapeDelay : 0) {
        let bytes = device.read()
        // Readable with nothing to read: the other end is gone.
        if bytes.isEmpty { break }
        count += bytes.count
        keys += decoder.decode(bytes, at: start.duration(to: .now))
        // There was no more, then; what has come since is told by the descriptor.
        if bytes.count < TerminalDevice.mostRead, !decoder.awaitsMore { break }
      } else {
        keys += decoder.endOfWait()
        break
      }
    }
    return keys
  }

  /// Takes note that the keys that were read have been dealt with.
  mutating func rested() {
    decoder.rested(at: start.duration(to: .now))
  }

  /// Drops what has come and was not read.
  mutating func discard() {
    tcflush(device.descriptor, TCIFLUSH)
    decoder = KeyDecoder(table: table)
  }
}

extension KeyTable {
  /// What terminfo says of the terminal that ncurses was started for.
  fileprivate static var ofTerminal: KeyTable {
    let named: [(String, Key)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
      ("kfnd", .home), ("kend", .end), ("kslt", .end), ("kpp", .pageUp), ("knp", .pageDown),
      ("kich1", .insert), ("kdch1", .delete), ("kbs", .backspace), ("kent", .enter),
      ("kcbt", .backTab),
    ]
    let functions = (1...12).map { ("kf\($0)", Key.function($0)) }
    return KeyTable(
      (named + functions).compactMap { name, key in
        guard let address = tigetstr(name), Int(bitPattern: address) != -1 else { return nil }
        return (String(cString: address), key)
      })
  }
}
