import TestSupport
import Testing

/// What the window is called; that it is given back at each end is part of what `expectRestored` asks.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct WindowTitleTests {
  @Test func `the window is called by the environment and the console`() throws {
    let console = try ConsoleSession("--read-only")

    #expect(console.screen.title == "TEST READ-ONLY - workos-console")

    #expect(console.quit() == .exited(0))
    expectRestored(console.session)
  }

  @Test func `a terminal without a title is sent none`() throws {
    let console = try ConsoleSession(environment: ["TERM": "linux"])

    #expect(!String(decoding: console.session.bytes, as: UTF8.self).contains("\u{1B}]"))
    #expect(console.screen.title == "")
  }
}
