import Curses
import Foundation

// Before there is a second thread, since each inherits what its maker blocks.
Signals.block()

let environment = ProcessInfo.processInfo.environment
do {
  switch try Invocation(arguments: Array(CommandLine.arguments.dropFirst())) {
  case .help: print(HelpText.whole)
  case .version: print(HelpText.version)
  case .keymap: print(KeymapCommand.document, terminator: "")
  case .sandbox(let options): try SandboxCommand(options: options).run()
  case .console(let options):
    let program = try ConsoleProgram(options: options, environment: environment)
    program.run()
  }
} catch {
  Ending.refuse(error)
}
