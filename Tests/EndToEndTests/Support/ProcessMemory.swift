import CWipe
import Foundation
import Testing

/// What is in the memory of another process that it can write: its heap with what it has freed of
/// it, and the stacks of its threads with what they have left there.
struct ProcessMemory {
  private let memory: FileHandle
  private let processID: pid_t

  /// Nil where this process may not look, as the console keeps itself secret from all but root, and where
  /// nothing is to be seen, as a sanitizer frees memory in a way of its own.
  init?(of processID: pid_t) {
    guard cwipe_is_on(), let memory = FileHandle(forReadingAtPath: "/proc/\(processID)/mem") else {
      return nil
    }
    self.memory = memory
    self.processID = processID
  }

  /// How often it holds these bytes.
  func count(of text: String) -> Int {
    let needle = Data(text.utf8)
    return writableRanges.reduce(0) { count, range in
      // A part may be given back to the system between the two looks.
      guard (try? memory.seek(toOffset: range.lowerBound)) != nil,
        let bytes = try? memory.read(upToCount: Int(range.upperBound - range.lowerBound))
      else { return count }
      var (found, rest) = (count, bytes.startIndex..<bytes.endIndex)
      while let next = bytes.range(of: needle, in: rest) {
        found += 1
        rest = next.upperBound..<bytes.endIndex
      }
      return found
    }
  }

  /// Waits until there is no copy of a secret, nor of what a clipboard was sent in its place.
  func waitUntilForgotten(_ secret: String, by console: ConsoleSession) throws {
    do {
      try console.wait(until: "its memory holds the secret no more") {
        count(of: secret) + count(of: Data(secret.utf8).base64EncodedString()) == 0
      }
    } catch {
      Issue.record("It is in \(places(of: secret).joined(separator: "; ")).")
      throw error
    }
  }

  /// Where it holds them, and what is around that.
  private func places(of text: String) -> [String] {
    let maps = (try? String(contentsOfFile: "/proc/\(processID)/maps", encoding: .utf8)) ?? ""
    let lines = maps.split(separator: "\n")
    return writableRanges.flatMap { range -> [String] in
      guard (try? memory.seek(toOffset: range.lowerBound)) != nil,
        let bytes = try? memory.read(upToCount: Int(range.upperBound - range.lowerBound)),
        let found = bytes.range(of: Data(text.utf8))
      else { return [] }
      let start = String(range.lowerBound, radix: 16)
      let around = bytes[max(bytes.startIndex, found.lowerBound - 160)..<found.upperBound]
      let line = lines.first { $0.hasPrefix(start) } ?? ""
      let shown = around.map { (0x20..<0x7F).contains($0) ? String(UnicodeScalar($0)) : "." }
      return [
        "\(line) at \(bytes.distance(from: bytes.startIndex, to: found.lowerBound)): \(shown.joined())"
      ]
    }
  }

  private var writableRanges: [Range<UInt64>] {
    let maps = try? String(contentsOfFile: "/proc/\(processID)/maps", encoding: .utf8)
    return (maps ?? "").split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ")
      let ends = fields.first?.split(separator: "-").compactMap { UInt64($0, radix: 16) } ?? []
      guard ends.count == 2, fields.count > 1 else { return nil }
      return fields[1].hasPrefix("rw") ? ends[0]..<ends[1] : nil
    }
  }
}
