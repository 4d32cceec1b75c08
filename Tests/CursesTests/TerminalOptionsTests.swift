import Testing

@testable import Curses

@Suite(.timeLimit(.minutes(20)))
struct TerminalOptionsTests {
  @Test func `the environment says what the terminal is`() {
    let options = Terminal.Options(environment: [
      "TERM": "xterm", "NO_COLOR": "1", "ESCDELAY": "100", "TMUX": "/tmp/tmux,1,0", "STY": "1.tty",
    ])

    #expect(options.type == "xterm")
    #expect(!options.usesColors)
    #expect(options.escapeDelayInMilliseconds == 100)
    #expect(options.multiplexer == .tmux)
  }

  @Test func `an empty or senseless variable says nothing`() {
    let options = Terminal.Options(environment: ["NO_COLOR": "", "ESCDELAY": "-1", "TMUX": ""])

    #expect(options.type == "")
    #expect(options.usesColors)
    #expect(options.escapeDelayInMilliseconds == 25)
    #expect(options.multiplexer == .none)
  }
}
