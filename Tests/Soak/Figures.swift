import Foundation

/// What this process holds, as the kernel counts it.
struct Figures {
  var descriptors: Int
  var threads: Int
  /// Resident memory in megabytes.
  var memory: Double

  static func now() throws -> Figures {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    func number(_ name: String) -> Int {
      let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
      return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0
    }
    return Figures(
      descriptors: try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count,
      threads: number("Threads"), memory: Double(number("VmRSS")) / 1024)
  }

  /// The least there is of each within a second, as connections take a moment to close.
  static func settled() async throws -> Figures {
    var least = try now()
    for _ in 0..<10 {
      try await Task.sleep(for: .milliseconds(100))
      let now = try now()
      least.descriptors = min(least.descriptors, now.descriptors)
      least.threads = min(least.threads, now.threads)
      least.memory = min(least.memory, now.memory)
    }
    return least
  }
}

extension Figures: CustomStringConvertible {
  var description: String {
    "\(descriptors) descriptors, \(threads) threads, \(memory.rounded()) MB"
  }
}
