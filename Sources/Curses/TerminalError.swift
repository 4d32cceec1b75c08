/// Why a terminal cannot be used.
package enum TerminalError: Error, Equatable {
  /// Neither the controlling terminal nor standard input is a terminal.
  case notATerminal
  /// Nothing is known about this type of terminal (`TERM`).
  case unknownType(String)
  /// This type of terminal cannot place its cursor.
  case noCursorAddressing(String)
  /// Signals cannot be read (`errno`).
  case signalsUnavailable(Int32)
  /// A program could not be started (`errno`).
  case cannotRun(String, Int32)
}
