import Curses
import Foundation
import Records

// Before anything is opened.
StandardStream.holdClosed()
// Before there is a second thread, since each inherits what its maker blocks.
Signals.block()
ProcessSecrecy.begin()
ProxyVariables.forgetTracing()

// Swift reads the command line there, and Foundation more; without it, options would be lost.
guard access("/proc/self/cmdline", R_OK) == 0 else {
  Ending.refuse(Refusal("/proc is not mounted, and the command line cannot be read without it"))
}

let environment = ProcessInfo.processInfo.environment
do {
  switch try Invocation(arguments: Array(CommandLine.arguments.dropFirst())) {
  case .help(let topic): try StandardStream.output.print(topic.text + "\n")
  case .version: try StandardStream.output.print(HelpText.version + "\n")
  case .keymap: try StandardStream.output.print(KeymapCommand.document)
  case .journal(let options):
    try JournalCommand(options: options, directory: StateDirectory(environment: environment)).run()
  case .paths:
    let directory = try StateDirectory(environment: environment)
    try StandardStream.output.print(JournalCommand.paths(in: directory) + "\n")
  case .get(let options): try GetCommand(options: options).run(environment: environment)
  case .list(let options): try ListCommand(options: options).run(environment: environment)
  case .create(let options): try CreateCommand(options: options).run(environment: environment)
  case .members(let options): try MembersCommand(options: options).run(environment: environment)
  case .who(let options): try WhoCommand(options: options).run(environment: environment)
  case .why(let options): try WhyCommand(options: options).run(environment: environment)
  case .sandbox(let options): try SandboxCommand(options: options).run()
  case .console(let options):
    let loop = try EventLoop()
    loop.start { [environment] in
      do {
        try ConsoleProgram(options: options, environment: environment, loop: loop).run()
      } catch {
        Ending.refuse(error)
      }
    }
  }
} catch {
  Ending.refuse(error)
}
