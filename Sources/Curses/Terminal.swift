import CNcurses
import Cells
import Glibc

/// The terminal the program runs in: shows canvases, reads keys, and gives everything back.
///
/// Everything it does to the terminal is undone by `close`, and by `CrashGuard` in a crash. It belongs to
/// one actor, for ncurses belongs to one thread.
package final class Terminal {
  private static let bracketedPasteOn = Array("\u{1B}[?2004h".utf8)
  private static let bracketedPasteOff = Array("\u{1B}[?2004l".utf8)

  private let device: TerminalDevice
  private let options: Options
  private let output: UnsafeMutablePointer<FILE>
  private let input: UnsafeMutablePointer<FILE>
  private let screen: OpaquePointer
  private let frame: FrameBuffer?
  private let errors: HeldErrors?
  private let watcher: Watcher?
  private var painter: Painter
  private var keys: KeyReader
  private var state = State.shown

  /// What ncurses knows nothing of, on and off.
  private var modesOn: [UInt8] {
    Terminal.bracketedPasteOn + (options.lentTitle?.taking ?? [])
  }
  private var modesOff: [UInt8] {
    Terminal.bracketedPasteOff
      + (options.lentTitle == nil ? [] : Array(WindowTitle.givingBack.utf8))
  }

  private enum State {
    case shown, left, closed
  }

  /// Takes the controlling terminal, and shows it empty.
  package convenience init(_ options: Options) throws(TerminalError) {
    let device = try TerminalDevice.open()
    try self.init(
      options, on: device, errors: HeldErrors(),
      watcher: Watcher(of: device, reset: options.resetSequence))
  }

  /// Takes the terminal of a descriptor, which is closed with it.
  package convenience init(_ options: Options, descriptor: Int32) throws(TerminalError) {
    guard let device = TerminalDevice(descriptor: descriptor) else { throw .notATerminal }
    try self.init(options, on: device, errors: nil, watcher: nil)
  }

  private init(
    _ options: Options, on device: TerminalDevice, errors: HeldErrors?, watcher: Watcher?
  ) throws(TerminalError) {
    let isUTF8 = Terminal.setLocale()
    guard let output = device.stream("w"), let input = device.stream("r") else {
      throw .notATerminal
    }
    CrashGuard.install(
      for: device, reset: options.resetSequence, errors: errors, watcher: watcher)
    // The size of the terminal, not that in LINES and COLUMNS, which may be another terminal's.
    use_env(false)
    use_tioctl(true)
    guard let screen = newterm(options.type, output, input) else {
      fclose(output)
      fclose(input)
      throw .unknownType(options.type)
    }
    CrashGuard.isOn = true
    guard Terminal.canPlaceCursor else {
      endwin()
      CrashGuard.isOn = false
      delscreen(screen)
      throw .noCursorAddressing(options.type)
    }
    raw()
    noecho()
    nonl()
    // Half a frame, because a key came in between, would be drawn twice.
    typeahead(-1)
    // Terminfo tells what keys send in this mode.
    keypad(ncurses_screen(), true)
    self.options = options
    self.device = device
    self.output = output
    self.input = input
    self.screen = screen
    frame = FrameBuffer(stream: output, device: device)
    painter = Painter(usesColors: options.usesColors, isUTF8: isUTF8, frame: frame)
    keys = KeyReader(
      of: device, escapeDelayInMilliseconds: options.escapeDelayInMilliseconds)
    (self.errors, self.watcher) = (errors, watcher)
    errors?.hold()
    device.write(modesOn)
    resize()
  }

  /// Rows and columns of the screen.
  package var size: (rows: Int, columns: Int) {
    (Int(getmaxy(ncurses_screen())), Int(getmaxx(ncurses_screen())))
  }

  /// Shows a canvas, clipped to the screen; sends nothing when it is the one already shown.
  package func show(_ canvas: Canvas) {
    guard state == .shown else { return }
    painter.show(canvas)
  }

  /// Works out already what shows a canvas that may come next.
  package func prepare(_ canvas: Canvas) {
    guard state == .shown else { return }
    painter.prepare(canvas)
  }

  /// Shows the canvas that was prepared last, if it still can be.
  package func showPrepared() {
    guard state == .shown else { return }
    painter.showPrepared()
  }

  /// Leaves the processor to the terminal, which may wait for it, for a millisecond or to the next key.
  package func letDraw() {
    _ = device.hasInput(inMilliseconds: 1)
  }

  /// Draws everything anew, as another program may have written on the screen.
  package func repaint() {
    guard state == .shown else { return }
    painter.repaint()
  }

  /// Takes on the size the terminal now has; the next canvas is drawn in whole.
  package func resize() {
    guard state == .shown, let size = device.size else { return }
    // resizeterm() would also push a KEY_RESIZE back into the input, without end.
    resize_term(Int32(size.rows), Int32(size.columns))
    painter.forget()
  }

  /// Readable when keys have come, or when the terminal has gone.
  package var inputDescriptor: Int32 { device.descriptor }

  /// The keys that have come, or the first of very many; the descriptor tells when there are more.
  package func readKeys() -> [Key] {
    guard state == .shown else { return [] }
    return keys.read()
  }

  /// Whether keys have come meanwhile, once those that were read have been dealt with.
  package func hasMoreKeys() -> Bool {
    keys.rested()
    return state == .shown && device.hasInput(inMilliseconds: 0)
  }

  /// Whether the terminal has gone, and no key will ever come.
  package var isHungUp: Bool { device.isHungUp }

  /// Asks the terminal to put text on its clipboard; false when it is too long to be asked.
  package func write(clipboard text: String) -> Bool {
    guard state == .shown,
      let bytes = ClipboardSequence.bytes(for: text, through: options.multiplexer)
    else { return false }
    device.write(bytes)
    return true
  }

  /// Gives the terminal back as it was found, for a while.
  package func leave() {
    guard state == .shown else { return }
    painter.dropPrepared()
    device.write(modesOff)
    def_prog_mode()
    endwin()
    CrashGuard.isOn = false
    errors?.release()
    state = .left
  }

  /// Takes the terminal again, and shows what was shown before.
  package func enter() {
    guard state == .left else { return }
    CrashGuard.isOn = true
    errors?.hold()
    reset_prog_mode()
    device.write(modesOn)
    state = .shown
    if let size = device.size {
      resize_term(Int32(size.rows), Int32(size.columns))
    }
    painter.repaint()
  }

  /// Stops the whole job, as `^Z` does in other programs; returns when it is continued.
  package func suspend() {
    leave()
    Signals.stopJob()
    enter()
  }

  /// Goes on after a stop that came without a word. Continued in the background, where another program
  /// has the terminal and nobody sees this one, it stops again until it is brought back.
  package func goOn() {
    guard state == .shown else { return }
    while !device.isInForeground { Signals.stopAlone() }
    if device.isCooked {
      reset_prog_mode()
      device.write(modesOn)
    }
    painter.repaint()
  }

  /// Lets another program have the terminal until it ends.
  package func run(
    _ arguments: [String], environment: [String: String]
  ) throws(TerminalError) -> ProgramEnding {
    leave()
    defer {
      Signals.discardKeyboardSignals()
      // Nor are keys ours that it has left unread.
      keys.discard()
      enter()
    }
    return try ForegroundProgram.run(arguments, environment: environment, on: device)
  }

  /// Gives the terminal back as it was found, for good.
  package func close() {
    guard state != .closed else { return }
    leave()
    state = .closed
    delscreen(screen)
    frame?.discard()
    errors?.discard()
    watcher?.dismiss()
    fclose(output)
    fclose(input)
    Glibc.close(device.descriptor)
  }

  /// Uses the locale of the environment, in UTF-8 where possible; tells whether it is.
  private static func setLocale() -> Bool {
    setlocale(LC_ALL, "")
    if codesetIsUTF8 { return true }
    return setlocale(LC_CTYPE, "C.UTF-8") != nil && codesetIsUTF8
  }

  private static var codesetIsUTF8: Bool {
    nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } == "UTF-8"
  }

  private static var canPlaceCursor: Bool {
    // (char *)-1: terminfo has no such string; nil: this terminal has not.
    guard let address = tigetstr("cup") else { return false }
    return Int(bitPattern: address) != -1
  }
}
