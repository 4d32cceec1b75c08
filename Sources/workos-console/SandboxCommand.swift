import Curses
import Foundation
import Sandbox

/// `workos-console sandbox`: the embedded server alone, until it is interrupted.
@MainActor
struct SandboxCommand {
  let options: SandboxOptions

  func run() throws -> Never {
    let configuration = options.configuration
    let server = SandboxServer(configuration: configuration) { event in
      Ending.print("\(event)", to: .output)
    }
    let port: UInt16
    do {
      port = try server.start()
    } catch {
      throw Refusal("\(error)")
    }
    Ending.print("listening on http://127.0.0.1:\(port)", to: .output)
    Ending.print("the API key is \(configuration.apiKey)", to: .output)

    let signals = try Signals()
    let source = DispatchSource.makeReadSource(fileDescriptor: signals.descriptor, queue: .main)
    source.setEventHandler {
      for signal in signals.read() {
        switch signal {
        case .interrupted, .terminated, .hungUp, .quit:
          server.stop()
          Signals.reraise(signal)
        case .suspended: kill(getpid(), SIGSTOP)
        case .windowChanged, .continued: break
        }
      }
    }
    source.activate()
    // Nothing reads the source once main has left this scope, and nothing may end it either.
    return withExtendedLifetime((server, source)) { dispatchMain() }
  }
}
