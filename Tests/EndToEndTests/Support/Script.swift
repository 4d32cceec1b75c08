import TestSupport

/// What bash does with a program, for what needs a parent on the same terminal.
enum Script {
  /// What an interactive shell does with a job, without its line editor, which has settings too.
  static let jobControl = """
    set -m
    "$0" "$@"
    echo stopped
    read -r signal
    # By its number: once bash has told of a job's end it knows the job no more.
    program=$(jobs -p %1)
    kill -"$signal" %1
    # Of a job that is still stopped, wait tells at once that it is.
    while wait $program; status=$?; [ $status -eq 148 ]; do :; done
    exit $status
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
