import Foundation

/// What the system tells of a running process.
struct ProcessFacts {
  let processID: pid_t

  /// The memory it has now.
  var residentKilobytes: Int { kilobytes("VmRSS:") }
  /// The most it ever had.
  var mostResidentKilobytes: Int { kilobytes("VmHWM:") }
  /// The time of processors it has taken so far, in hundredths that add up.
  var processorSeconds: Double {
    // The name of the program, in parentheses, may hold anything.
    let fields = text(of: "stat").split(separator: ")").last?.split(separator: " ") ?? []
    guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else {
      return 0
    }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }
  var commandLine: String { text(of: "cmdline") }
  /// Empty where this process may not look.
  var environment: String { text(of: "environ") }
  /// The processes it has started from its first thread.
  var children: [pid_t] {
    text(of: "task/\(processID)/children").split(separator: " ").compactMap { pid_t($0) }
  }

  /// Whether it was stopped, and not continued since.
  var isStopped: Bool {
    text(of: "stat").split(separator: ")").last?.split(separator: " ").first == "T"
  }

  /// Whether it keeps a signal for later: from then on it answers it itself.
  func holdsBack(_ signal: Int32) -> Bool {
    let line = text(of: "status").split(separator: "\n").first { $0.hasPrefix("SigBlk:") }
    let mask = line?.split(whereSeparator: \.isWhitespace).last.flatMap { UInt64($0, radix: 16) }
    return (mask ?? 0) & 1 << UInt64(signal - 1) != 0
  }

  /// How large a core dump may become, in bytes, now and at most.
  var coreLimits: [String] {
    let line = text(of: "limits").split(separator: "\n").first {
      $0.hasPrefix("Max core file size")
    }
    return (line ?? "").split(whereSeparator: \.isWhitespace).filter { Int($0) != nil }.map(
      String.init)
  }

  /// Who may look into it: its own user, or only root where it keeps itself secret.
  var observer: uid_t? {
    var status = stat()
    return stat("/proc/\(processID)/environ", &status) == 0 ? status.st_uid : nil
  }

  private func kilobytes(_ name: String) -> Int {
    let line = text(of: "status").split(separator: "\n").first { $0.hasPrefix(name) }
    return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0
  }

  private func text(of file: String) -> String {
    let data = FileManager.default.contents(atPath: "/proc/\(processID)/\(file)") ?? Data()
    return String(decoding: data, as: UTF8.self)
  }
}
