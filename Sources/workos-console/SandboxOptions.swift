import Foundation
import Sandbox

/// The options of the embedded server, with `--sandbox` and alone.
struct SandboxOptions: Equatable {
  var port = 0
  var organizations = 1000
  /// As given, such as `80ms`.
  var latencyInMilliseconds = 0
  var faults: [String] = []
  var honoursIdempotencyKeys = false
  var allowsSeveralRoles = false

  /// Takes an option that is about the sandbox; false when it is not.
  mutating func take(
    _ option: String, from reader: inout ArgumentReader
  ) throws(Refusal) -> Bool {
    switch option {
    case "--port": port = try reader.number(of: option, in: 0...65535)
    case "--organizations":
      organizations = try reader.number(of: option, in: 0...100_000, unit: "organizations")
    case "--latency":
      latencyInMilliseconds = try SandboxOptions.milliseconds(in: reader.value(of: option))
    case "--fail":
      let text = try reader.value(of: option, mayRepeat: true)
      do {
        _ = try Fault(parsing: text)
      } catch {
        throw Refusal("--fail “\(text)”: \(error)")
      }
      faults.append(text)
    case "--idempotency":
      let policy = try reader.value(of: option)
      guard ["honoured", "ignored"].contains(policy) else {
        throw Refusal("--idempotency takes “honoured” or “ignored”, not “\(policy)”")
      }
      honoursIdempotencyKeys = policy == "honoured"
    case "--several-roles": allowsSeveralRoles = true
    default: return false
    }
    return true
  }

  private static func milliseconds(in text: String) throws(Refusal) -> Int {
    let units: [(suffix: String, factor: Double)] = [("ms", 1), ("s", 1000)]
    for (suffix, factor) in units where text.hasSuffix(suffix) {
      guard let number = Double(text.dropLast(suffix.count)), (0...60_000).contains(number * factor)
      else { break }
      return Int(number * factor)
    }
    throw Refusal("--latency takes a time such as 80ms or 2s, up to 60s, not “\(text)”")
  }

  /// The options as the server takes them.
  var configuration: SandboxServer.Configuration {
    var configuration = SandboxServer.Configuration()
    configuration.port = UInt16(clamping: port)
    configuration.organizations = organizations
    configuration.latency = .milliseconds(latencyInMilliseconds)
    // Each was parsed when it was read from the command line.
    configuration.faults = faults.compactMap { try? Fault(parsing: $0) }
    configuration.honoursIdempotencyKeys = honoursIdempotencyKeys
    configuration.allowsSeveralRoles = allowsSeveralRoles
    return configuration
  }
}
