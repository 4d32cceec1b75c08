import TestSupport

/// What bash does with a program, for what needs a parent on the same terminal.
enum Script {
  /// What an interactive shell does with a job, without its line editor, which has settings too.
  static let jobControl = """
    set -m
    "$0" "$@"
    echo stopped
    read -r signal
    program=$(jobs -p %1)
    kill -"$signal" %1
    # Not wait: of a job that was stopped it tells either that it is, or that there is none. And one
    # that has ended may go on as a zombie, for all that bash cares.
    while grep -q '^State:.[^ZX]' "/proc/$program/status" 2>/dev/null; do :; done
    """

  /// Stays on the terminal after the program until Enter, and ends as it did.
  static let waitForEnter = """
    "$0" "$@"
    status=$?
    read -r
    exit $status
    """
}

extension TerminalSession {
  /// Reads until the terminal is as before, which another process sees to.
  func waitUntilGivenBack() throws {
    try wait(until: "the terminal given back") {
      !screen.isAlternateScreen && terminal.settings == terminal.originalSettings
    }
  }
}
