import CNcurses
import Cells

/// Reads what the terminal has sent, and makes keys of it.
struct KeyReader {
  /// Inputs taken in one call, so that a large paste does not keep the screen from being drawn.
  private static let limit = 65_536
  // Above all codes of ncurses' own.
  private static let pasteBegin: Int32 = 0x2000
  private static let pasteEnd: Int32 = 0x2001

  /// Whether the last call stopped at its limit.
  private(set) var hasMore = false
  /// A pad, because reading keys from a window would also draw it.
  private let pad: UnsafeMutablePointer<WINDOW>?
  private var decoder = KeyDecoder()

  /// ncurses must have been started.
  init() {
    pad = newpad(1, 1)
    keypad(pad, true)
    nodelay(pad, true)
    define_key("\u{1B}[200~", KeyReader.pasteBegin)
    define_key("\u{1B}[201~", KeyReader.pasteEnd)
    for (sequence, code) in KeyReader.commonSequences where key_defined(sequence) == 0 {
      define_key(sequence, code)
    }
  }

  /// All keys that have arrived; waits for nothing, but an ESC for what may belong to it.
  mutating func read() -> [Key] {
    var inputs: [TerminalInput] = []
    hasMore = true
    while inputs.count < KeyReader.limit {
      let code = wgetch(pad)
      if code == ERR {
        hasMore = false
        break
      }
      if let input = KeyReader.input(code) { inputs.append(input) }
    }
    return decoder.decode(inputs)
  }

  private static func input(_ code: Int32) -> TerminalInput? {
    if let byte = UInt8(exactly: code) { return .byte(byte) }
    return switch code {
    case pasteBegin: .pasteBegin
    case pasteEnd: .pasteEnd
    default: key(code).map { .key($0) }
    }
  }

  private static func key(_ code: Int32) -> Key? {
    switch code {
    case KEY_UP: .up
    case KEY_DOWN: .down
    case KEY_LEFT: .left
    case KEY_RIGHT: .right
    case KEY_HOME, KEY_FIND: .home
    case KEY_END, KEY_SELECT: .end
    case KEY_PPAGE: .pageUp
    case KEY_NPAGE: .pageDown
    case KEY_IC: .insert
    case KEY_DC: .delete
    case KEY_BACKSPACE: .backspace
    case KEY_ENTER: .enter
    case KEY_BTAB: .backTab
    case ncurses_function_key(1)...ncurses_function_key(12):
      .function(Int(code - ncurses_function_key(0)))
    default: nil
    }
  }

  /// What nearly all terminals send, for those whose description says otherwise or nothing.
  private static let commonSequences: [(String, Int32)] = [
    ("\u{1B}[A", KEY_UP), ("\u{1B}[B", KEY_DOWN), ("\u{1B}[C", KEY_RIGHT), ("\u{1B}[D", KEY_LEFT),
    ("\u{1B}OA", KEY_UP), ("\u{1B}OB", KEY_DOWN), ("\u{1B}OC", KEY_RIGHT), ("\u{1B}OD", KEY_LEFT),
    ("\u{1B}[H", KEY_HOME), ("\u{1B}OH", KEY_HOME), ("\u{1B}[1~", KEY_HOME),
    ("\u{1B}[7~", KEY_HOME),
    ("\u{1B}[F", KEY_END), ("\u{1B}OF", KEY_END), ("\u{1B}[4~", KEY_END), ("\u{1B}[8~", KEY_END),
    ("\u{1B}[2~", KEY_IC), ("\u{1B}[3~", KEY_DC), ("\u{1B}[5~", KEY_PPAGE),
    ("\u{1B}[6~", KEY_NPAGE),
    ("\u{1B}[Z", KEY_BTAB), ("\u{1B}OM", KEY_ENTER),
    ("\u{1B}OP", ncurses_function_key(1)), ("\u{1B}OQ", ncurses_function_key(2)),
    ("\u{1B}OR", ncurses_function_key(3)), ("\u{1B}OS", ncurses_function_key(4)),
  ]
}
