import Foundation
import Sandbox
import TestSupport
import Testing

/// What is copied, by whatever way there is, and what is said of it.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct ClipboardTests {
  private let home: TemporaryDirectory

  init() throws {
    home = try TemporaryDirectory()
  }

  @Test func `a terminal is asked, and what was copied is said, no more`() throws {
    let console = try ConsoleSession()
    let id = try console.someoneElse.organization(named: "Northwind Traders").id

    console.type("y")

    try console.wait(for: ["Asked the terminal to put the id on its clipboard", id])
    #expect(console.clipboards == [id])
  }

  @Test(.enabled(if: Self.hasTmux, "there is no tmux here"))
  func `in tmux as it comes out of the box the copy reaches tmux and the terminal`() throws {
    let console = try inTmux()
    let id = try console.someoneElse.organization(named: "Northwind Traders").id

    console.type("y")

    try console.wait(for: ["Handed the id to tmux", id])
    try console.wait(until: "the terminal's clipboard") { console.clipboards == [id] }
    try tmux("show-buffer >'\(home.path)/buffer'")
    #expect(home.text(of: "buffer") == id)
    #expect(console.quit() == .exited(0))
  }

  @Test(.enabled(if: Self.hasTmux, "there is no tmux here"))
  func `in an old tmux, or without its program, it is said what tmux needs`() throws {
    try makeProgram("tmux", "exit 1")
    let console = try ConsoleSession(
      environment: variables(["TMUX": "/tmp/none,1,0", "TMUX_PANE": "%0"]))

    console.type("y")

    try console.wait(for: ["Asked tmux to put the id on the clipboard", "set-clipboard on"])
    #expect(console.session.bytes.contains(Array("\u{1B}Ptmux;".utf8)))
  }

  @Test(arguments: [
    (["DISPLAY": ":7"], "xclip"), (["DISPLAY": ":7"], "xsel"),
    (["WAYLAND_DISPLAY": "wayland-7", "DISPLAY": ":7"], "wl-copy"), ([:], "pbcopy"),
    (["DISPLAY": ":7", "TERM": "linux"], "xclip"),
  ])
  func `a program of the desktop takes the copy, and is told no API key`(
    desktop: [String: String], program: String
  ) throws {
    try makeProgram(
      program, "cat >'\(home.path)/copy'; env >'\(home.path)/told'; : >'\(home.path)/done'")
    let console = try ConsoleSession(environment: variables(desktop))
    let id = try console.someoneElse.organization(named: "Northwind Traders").id

    console.type("y")

    try console.wait(for: ["Put the id on the clipboard, by \(program)", id])
    #expect(home.text(of: "copy") == id)
    #expect(home.text(of: "told").contains("HOME="))
    #expect(!home.text(of: "told").contains("sk_test_sandbox"))
    #expect(!home.text(of: "told").contains("WORKOS_API_KEY"))
  }

  @Test func `a program that cannot or does not answer is passed over, and keeps nobody waiting`()
    throws
  {
    try makeProgram("wl-copy", "exec sleep 60")
    try makeProgram("xclip", "echo no display >&2; exit 1")
    let console = try ConsoleSession(
      environment: variables(["WAYLAND_DISPLAY": "wayland-7", "DISPLAY": ":7"]))

    console.type("yj")
    try console.waitUntilSelected("Acme Corporation")

    try console.wait(for: "Asked the terminal to put the id on its clipboard")
    #expect(console.clipboards.count == 1)
    #expect(!console.text.contains("no display"))
  }

  @Test(arguments: [
    "echo 'Failed to connect to a Wayland server' >&2; exit 1", "cat >/dev/null; exec sleep 60",
    "exec sleep 60",
  ])
  func `where the compositor is gone, the terminal is asked, and nothing else is claimed`(
    script: String
  ) throws {
    try makeProgram("wl-copy", script)
    let console = try ConsoleSession(environment: variables(["WAYLAND_DISPLAY": "wayland-9"]))
    let id = try console.someoneElse.organization(named: "Northwind Traders").id

    console.type("y")

    try console.wait(for: ["Asked the terminal to put the id on its clipboard", id])
    #expect(console.clipboards == [id])
    #expect(!console.text.contains("Wayland"))
    #expect(!console.text.contains("by wl-copy"))
  }

  @Test func `what of the desktop still answers takes the copy in its place`() throws {
    try makeProgram("wl-copy", "echo 'Failed to connect to a Wayland server' >&2; exit 1")
    try makeProgram("xclip", "cat >'\(home.path)/copy'")
    let console = try ConsoleSession(
      environment: variables(["WAYLAND_DISPLAY": "wayland-9", "DISPLAY": ":7"]))

    console.type("y")

    try console.wait(for: "by xclip")
  }

  @Test func `a terminal without a clipboard names the program that did not take the copy`() throws
  {
    try makeProgram("wl-copy", "echo 'Failed to connect to a Wayland server' >&2; exit 1")
    let console = try ConsoleSession(
      environment: variables(["WAYLAND_DISPLAY": "wayland-9", "TERM": "linux"]))

    console.type("y")

    try console.wait(for: "Not copied: wl-copy did not take the id")
    #expect(console.clipboards == [])
  }

  @Test func `a program may leave someone behind who keeps the copy`() throws {
    try makeProgram("xclip", "cat >'\(home.path)/copy'; sleep 60 &")
    let console = try ConsoleSession(environment: variables(["DISPLAY": ":7"]))

    console.type("y")

    try console.wait(for: "by xclip")
  }

  @Test func `what is too long for a terminal goes to a program`() throws {
    try makeProgram("xclip", "cat >'\(home.path)/copy'")
    let name = String(repeating: "ä", count: 40_000)
    let console = try ConsoleSession(environment: variables(["DISPLAY": ":7"]))
    let id = try console.someoneElse.organization(named: "Northwind Traders").id
    try console.someoneElse.send("PUT", "/organizations/\(id)", #"{"name":"\#(name)"}"#)
    console.type("r")
    try console.wait(for: "ääää")

    console.type("Yn")

    try console.wait(for: "Put the name on the clipboard, by xclip")
    #expect(home.text(of: "copy") == name)
  }

  @Test func `a copy right before the end is not cut off`() throws {
    try makeProgram("xclip", "sleep 0.3; cat >'\(home.path)/copy'")
    let console = try ConsoleSession(environment: variables(["DISPLAY": ":7"]))
    let id = try console.someoneElse.organization(named: "Northwind Traders").id

    console.type("yq")

    #expect(console.session.waitForEnd() == .exited(0))
    #expect(home.text(of: "copy") == id)
  }

  @Test func `a terminal without a clipboard is not said to have one`() throws {
    let console = try ConsoleSession(environment: ["TERM": "linux"])
    let id = try console.someoneElse.organization(named: "Northwind Traders").id

    console.type("y")

    try console.wait(for: ["Not copied", "no program such as wl-copy", id])
    #expect(console.clipboards == [])
  }

  // MARK: What there is

  private static let hasTmux = FileManager.default.isExecutableFile(atPath: "/usr/bin/tmux")

  /// A console in a tmux of its own, set up by nobody.
  private func inTmux() throws -> ConsoleSession {
    try ConsoleSession(
      environment: ["TMUX_TMPDIR": home.path],
      script: "exec tmux -L test -f /dev/null new-session \"'$0' $*\"")
  }

  private func tmux(_ command: String) throws {
    try run("TMUX_TMPDIR='\(home.path)' tmux -L test \(command)")
  }

  /// Makes a program that is found first. Another process writes it: what this one has open for
  /// writing, a program that another test starts may have as well, and then it cannot be run.
  private func makeProgram(_ name: String, _ script: String) throws {
    let text = "#!/bin/sh\n\(script)\n".replacing("'", with: "'\\''")
    try run(
      "mkdir -p '\(home.path)/bin' && cd '\(home.path)/bin' && printf %s '\(text)' >\(name) "
        + "&& chmod 700 \(name)")
  }

  private func run(_ command: String) throws {
    let terminal = try PseudoTerminal(["/bin/sh", "-c", command])
    while let more = terminal.read(milliseconds: 10_000), !more.isEmpty {}
    try #require(terminal.wait(milliseconds: 10_000) == .exited(0), "\(command)")
  }

  private func variables(_ variables: [String: String]) -> [String: String] {
    ["PATH": "\(home.path)/bin:/usr/bin:/bin"].merging(variables) { $1 }
  }
}
