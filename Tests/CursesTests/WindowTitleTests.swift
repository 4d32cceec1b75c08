import TestSupport
import Testing

@testable import Curses

/// ncurses has one current screen in a process: these run one at a time with the others.
extension TerminalTests {
  @Test func `the title is taken, and given back whenever the terminal is`() throws {
    let emulated = try EmulatedTerminal(title: "LIVE - workos-console", titleBefore: "~ bash")
    emulated.receive()
    #expect(emulated.screen.title == "LIVE - workos-console")

    emulated.terminal.leave()
    emulated.receive()
    #expect(emulated.screen.title == "~ bash")

    emulated.terminal.enter()
    emulated.receive()
    #expect(emulated.screen.title == "LIVE - workos-console")

    emulated.terminal.close()
    emulated.receive()
    #expect(emulated.screen.title == "~ bash")
    #expect(emulated.screen.titlesAside == [])
    #expect(emulated.screen.unknownSequences == [])
  }

  @Test func `a title holds nothing that a terminal would obey`() throws {
    let emulated = try EmulatedTerminal(
      title: "TEST\u{1B}]52;c;ZHkK\u{7}\u{9D}\n\u{202E} ü", titleBefore: "")
    emulated.receive()

    #expect(emulated.screen.title == "TEST]52;c;ZHkK ")
    #expect(emulated.screen.clipboards == [])
  }

  @Test(arguments: ["linux", "screen", "vt100"])
  func `a terminal that would not give its title back keeps it`(type: String) throws {
    let emulated = try EmulatedTerminal(type: type, title: "LIVE", titleBefore: "~ bash")
    emulated.receive()

    #expect(emulated.screen.title == "~ bash")
    #expect(emulated.screen.titlesAside == [])
  }

  @Test func `within tmux it is tmux that has the title`() {
    var options = Terminal.Options(type: "screen-256color")
    options.title = "LIVE"
    #expect(options.lentTitle == nil)
    options.multiplexer = .tmux
    #expect(options.lentTitle == WindowTitle("LIVE"))
    options.multiplexer = .screen
    #expect(options.lentTitle == nil)
  }

  @Test func `a crash gives the title back where one was taken`() {
    var options = Terminal.Options(type: "xterm-256color")
    #expect(options.resetSequence == CrashGuard.reset)
    options.title = "LIVE"
    #expect(options.resetSequence == CrashGuard.reset + WindowTitle.givingBack)
  }
}
