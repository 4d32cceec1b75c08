import Curses
import Foundation
import Records

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
  case .help(let topic): print(topic.text)
  case .version: print(HelpText.version)
  case .keymap: print(KeymapCommand.document, terminator: "")
  case .journal(let options):
    try JournalCommand(options: options, directory: StateDirectory(environment: environment)).run()
  case .paths: try print(JournalCommand.paths(in: StateDirectory(environment: environment)))
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
