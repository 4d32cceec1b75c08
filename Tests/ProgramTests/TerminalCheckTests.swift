import Curses
import Testing

@testable import workos_console

/// What the environment says about the terminal.
@Suite(.timeLimit(.minutes(20)))
struct TerminalCheckTests {
  @Test(arguments: [
    (["NO_COLOR": "1"], false), (["NO_COLOR": "0"], false), (["NO_COLOR": ""], true), ([:], true),
  ])
  func `any value of NO_COLOR but none takes the colours`(
    environment: [String: String], usesColors: Bool
  ) {
    #expect(TerminalCheck(environment: environment).options.usesColors == usesColors)
  }

  @Test(arguments: [("100", 100), ("0", 0), ("-1", 25), ("abc", 25), ("", 25)])
  func `ESCDELAY is taken when it is a number`(text: String, milliseconds: Int) {
    let options = TerminalCheck(environment: ["ESCDELAY": text]).options

    #expect(options.escapeDelayInMilliseconds == milliseconds)
  }

  @Test(arguments: [
    (["TMUX": "/tmp/tmux"], Terminal.Multiplexer.tmux), (["STY": "1.pts"], .screen),
    (["TMUX": "/tmp/tmux", "STY": "1"], .tmux), (["TMUX": "", "STY": ""], .none), ([:], .none),
  ])
  func `a multiplexer is known by its variable`(
    environment: [String: String], multiplexer: Terminal.Multiplexer
  ) {
    #expect(TerminalCheck(environment: environment).options.multiplexer == multiplexer)
  }

  @Test(arguments: [
    (TerminalError.notATerminal, "there is no terminal to work in"),
    (
      .unknownType("vt9"),
      "TERM=vt9 is not a terminal that is known here; try TERM=xterm-256color"
    ),
    (
      .noCursorAddressing("dumb"),
      "the terminal TERM=dumb cannot place a cursor; try TERM=xterm-256color"
    ),
    (.signalsUnavailable(24), "Too many open files"),
  ])
  func `what is wrong with a terminal is said in words`(error: TerminalError, words: String) {
    #expect(TerminalCheck.words(for: error) == words)
  }
}
