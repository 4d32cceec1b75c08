import Delivery
import Foundation

extension Folder {
  /// Starts with a dot, as no record's name does.
  private static var unfinished: String { ".unfinished" }

  /// Puts a file in place of the one of its name in one step: a reader, a crash or a full disk finds the
  /// old or the new. The caller holds the lock of the directory.
  func replace(_ name: String, with bytes: [UInt8]) throws(RecordError) {
    // Under the lock, one that is there is what a killed program left.
    try remove(Self.unfinished)
    do throws(RecordError) {
      try write(bytes, to: Self.unfinished)
      try rename(Self.unfinished, to: name)
    } catch {
      _ = try? remove(Self.unfinished)
      throw error
    }
    try sync()
  }

  private func write(_ bytes: [UInt8], to name: String) throws(RecordError) {
    let path = pathOf(name)
    let descriptor = open(name, O_RDWR | O_CREAT | O_EXCL)
    guard descriptor >= 0 else { throw RecordError.system(errno, at: path) }
    let file = OpenFile(descriptor: descriptor, path: path, disk: disk)
    guard fchmod(descriptor, 0o600) == 0 else { throw RecordError.system(errno, at: path) }
    try file.append(bytes)
  }
}
