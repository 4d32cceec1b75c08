import Delivery
import Foundation
import ViewModel

/// The journal on disk: the file that grows, and the older ones it was rotated to.
///
/// Several threads and several programs may append at once: each holds the file's lock while it
/// does. A file that was rotated away meanwhile is let go, as its name leads elsewhere now.
package struct JournalFile: JournalKeeping {
  static let name = "journal.jsonl"
  /// So many rotated files are kept besides the one that grows.
  static let olderFiles = 4

  let directory: StateDirectory
  /// A file that has reached this many bytes takes no more lines.
  let rotationSize: Int
  let disk: Disk

  package init(directory: StateDirectory, rotationSize: Int = 8 * 1024 * 1024, disk: Disk = .system)
  {
    self.directory = directory
    self.disk = disk
    self.rotationSize = rotationSize
  }

  /// `journal.1.jsonl` is the newest of the rotated.
  static func name(ofOlder number: Int) -> String {
    "journal.\(number).jsonl"
  }

  package func append(_ line: JournalLine) throws(RecordError) {
    let bytes = try bytes(of: line)
    let folder = try Folder.create(directory.path, on: disk)
    while true {
      let file = try openToAppend(in: folder)
      try file.lock()
      let status = try file.status()
      guard folder.identity(of: JournalFile.name) == FileIdentity(status) else { continue }
      guard status.st_size < rotationSize else {
        try rotate(in: folder)
        continue
      }
      // After a crash within a line, the next begins on its own.
      let isTorn = try file.ending(atMost: 1).last.map { $0 != UInt8(ascii: "\n") } ?? false
      return try file.append((isTorn ? [UInt8(ascii: "\n")] : []) + bytes)
    }
  }

  /// The newest writes first; files that cannot be read any more are an error, lines are not.
  package func entries(limit: Int) throws(RecordError) -> [JournalEntry] {
    guard let folder = try Folder.open(directory.path, on: disk, isTrusting: true) else {
      return []
    }
    var reader = JournalReader(limit: limit)
    for file in try files(in: folder) where !reader.isFull {
      reader.read(try file.file.ending(atMost: 4 * JournalReader.longestLine))
    }
    return reader.entries
  }

  private final class Opened {
    let file: OpenFile
    init(_ file: consuming OpenFile) { self.file = file }
  }

  /// All files, open as they follow each other at one moment, the newest first: whatever is rotated while
  /// they are read, none is left out between two of them.
  private func files(in folder: borrowing Folder) throws(RecordError) -> [Opened] {
    var files: [Opened] = []
    // Nobody rotates so often without an end.
    for _ in 0..<100 {
      files = []
      let newest = folder.identity(of: JournalFile.name)
      for name in [JournalFile.name] + (1...JournalFile.olderFiles).map(JournalFile.name(ofOlder:))
      {
        // Rotated meanwhile, a file is seen twice; the reader counts a write once.
        if let file = try folder.file(name, isTrusting: true) { files.append(Opened(file)) }
      }
      if folder.identity(of: JournalFile.name) == newest { break }
    }
    return files
  }

  /// The line with its end. An answer too long for a line is left out of it: that the write was
  /// done is worth more.
  private func bytes(of line: JournalLine) throws(RecordError) -> [UInt8] {
    var bytes = [UInt8](line.text.utf8)
    if bytes.count > JournalReader.longestLine, case .outcome(var outcome) = line.event {
      var line = line
      outcome.after = nil
      line.event = .outcome(outcome)
      bytes = [UInt8](line.text.utf8)
    }
    guard bytes.count <= JournalReader.longestLine else {
      throw RecordError(path: directory.journal, reason: "the organization is too large for it")
    }
    return bytes + [UInt8(ascii: "\n")]
  }

  private func openToAppend(in folder: borrowing Folder) throws(RecordError) -> OpenFile {
    let path = folder.pathOf(JournalFile.name)
    while true {
      var descriptor = folder.open(JournalFile.name, O_RDWR | O_APPEND)
      if descriptor >= 0 {
        let file = OpenFile(descriptor: descriptor, path: path, disk: disk)
        try file.expectOurs()
        return file
      }
      guard errno == ENOENT else { throw RecordError.system(errno, at: path) }
      descriptor = folder.open(JournalFile.name, O_RDWR | O_APPEND | O_CREAT | O_EXCL)
      if descriptor >= 0 {
        let file = OpenFile(descriptor: descriptor, path: path, disk: disk)
        // An unusual umask may have taken away even our own permissions.
        guard fchmod(descriptor, 0o600) == 0 else { throw RecordError.system(errno, at: path) }
        try folder.sync()
        return file
      }
      guard errno == EEXIST else { throw RecordError.system(errno, at: path) }
    }
  }

  /// Makes way for a new file; the caller holds the lock of the one that grows.
  private func rotate(in folder: borrowing Folder) throws(RecordError) {
    for number in (1..<JournalFile.olderFiles).reversed() {
      let name = JournalFile.name(ofOlder: number)
      guard folder.identity(of: name) != nil else { continue }
      try folder.rename(name, to: JournalFile.name(ofOlder: number + 1))
    }
    // Last: until then nobody makes a new file, and nobody else rotates.
    try folder.rename(JournalFile.name, to: JournalFile.name(ofOlder: 1))
    try folder.sync()
  }
}
