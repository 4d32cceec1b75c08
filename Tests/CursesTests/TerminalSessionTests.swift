import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20)))
struct TerminalSessionTests {
  @Test func `a program is shown, gets keys and ends`() throws {
    let session = try TerminalSession(
      ["/bin/sh", "-c", "printf 'name? '; read name; echo \"hello $name\"; exit 3"])

    try session.wait(for: "name?")
    session.type("漢字")
    session.press(.enter)
    try session.wait(for: "hello 漢字")

    #expect(session.waitForEnd() == .exited(3))
    #expect(session.terminal.settings == session.terminal.originalSettings)
  }

  @Test func `a program has the terminal as its own, and its size`() throws {
    let session = try TerminalSession(
      ["/bin/sh", "-c", "trap 'stty size </dev/tty' WINCH; stty size; read x; read x"],
      rows: 7, columns: 33)

    try session.wait(for: "7 33")
    session.resize(rows: 9, columns: 44)
    try session.wait(for: "9 44")
  }

  @Test func `the signal that ends a program is told`() throws {
    let session = try TerminalSession(["/bin/sh", "-c", "echo ready; read x"])

    try session.wait(for: "ready")
    session.terminal.send(signal: 15)

    #expect(session.waitForEnd() == .signaled(15))
  }

  @Test func `closing the terminal hangs the program up`() throws {
    let session = try TerminalSession(["/bin/sh", "-c", "echo ready; read x"])

    try session.wait(for: "ready")
    session.terminal.hangUp()

    #expect(session.waitForEnd() == .signaled(1))
  }

  @Test func `what does not come is an error that shows the screen`() throws {
    let session = try TerminalSession(["/bin/sh", "-c", "echo something; read x"])
    try session.wait(for: "something")

    #expect(throws: TerminalSession.Timeout.self) {
      try session.wait(for: "else", seconds: 0.05)
    }
    #expect(session.bytesWritten(inMilliseconds: 20) == 0)
  }

  @Test func `more than a terminal holds is delivered whole`() throws {
    let session = try TerminalSession(
      ["/bin/sh", "-c", "stty raw -echo; echo ready; head -c 300000 | wc -c"])

    try session.wait(for: "ready")
    session.type(String(repeating: "x", count: 300_000))

    try session.wait(for: "300000")
  }
}
