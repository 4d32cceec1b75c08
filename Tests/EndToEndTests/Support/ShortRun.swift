import Foundation
import TestSupport

/// A run of the console that prints, or refuses to start, and ends.
///
/// Its input and output are a terminal, unless the redirections say otherwise; what it says on
/// standard error is kept apart, so that the terminal shows whether it was touched.
struct ShortRun {
  let ending: PseudoTerminal.Ending
  /// Everything the terminal was sent.
  let terminalBytes: [UInt8]
  let errorText: String
  /// What went to the file `output`, where a redirection names it.
  let outputText: String

  init(
    _ options: [String], redirections: String = "", environment: [String: String] = [:],
    in home: TemporaryDirectory
  ) throws {
    let terminal = try PseudoTerminal(
      ["/bin/sh", "-c", "cd \"$HOME\"; exec \"$0\" \"$@\" 2>errors \(redirections)"]
        + [ConsoleProgram.path] + options,
      environment: home.environment.merging(environment) { $1 })
    var bytes: [UInt8] = []
    while let more = terminal.read(milliseconds: 10_000) {
      guard !more.isEmpty else { break }
      bytes += more
    }
    ending = terminal.wait(milliseconds: 1_000)
    terminalBytes = bytes
    errorText = home.text(of: "errors")
    outputText = home.text(of: "output")
  }

  var terminalText: String {
    String(decoding: terminalBytes, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
  }

  /// Whether one line on standard error is all that was ever written.
  var isOneLineOfError: Bool {
    terminalBytes.isEmpty && outputText.isEmpty && errorText.hasPrefix("workos-console: ")
      && errorText.hasSuffix("\n") && errorText.count(where: \.isNewline) == 1
      && errorText.utf8.allSatisfy { $0 == 0x0A || $0 >= 0x20 }
  }
}
