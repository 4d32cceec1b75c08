import Delivery
import Foundation
import ViewModel

/// An open file, which closes when it goes out of scope, and with that gives its lock back.
struct OpenFile: ~Copyable {
  let descriptor: Int32
  let path: String
  let disk: Disk

  deinit {
    close(descriptor)
  }

  func status() throws(RecordError) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw RecordError.system(errno, at: path) }
    return status
  }

  func lastWritten() throws(RecordError) -> Date {
    let time = try status().st_mtim
    return Date(
      timeIntervalSince1970: TimeInterval(time.tv_sec) + TimeInterval(time.tv_nsec) / 1e9)
  }

  func expectRegular() throws(RecordError) {
    guard try status().st_mode & S_IFMT == S_IFREG else {
      throw RecordError(path: path, reason: "it is not a regular file")
    }
  }

  /// Expects a regular file of ours that nobody else may read or write.
  func expectOurs() throws(RecordError) {
    try expectRegular()
    try Ownership(of: descriptor, at: path).check(mending: "600")
  }

  /// Waits until nobody else holds the file, but not for ever; closing it gives it back.
  func lock() throws(RecordError) {
    try disk.lock(descriptor, path)
  }

  /// The last bytes of the file, at most so many.
  func ending(atMost limit: Int) throws(RecordError) -> [UInt8] {
    let size = Int(try status().st_size)
    let start = max(0, size - limit)
    var bytes = [UInt8](repeating: 0, count: size - start)
    var count = 0
    while count < bytes.count {
      let read = bytes.withUnsafeMutableBytes {
        pread(
          descriptor, $0.baseAddress?.advanced(by: count), $0.count - count, off_t(start + count))
      }
      if read < 0, errno == EINTR { continue }
      guard read >= 0 else { throw RecordError.system(errno, at: path) }
      // It has become shorter since.
      if read == 0 { break }
      count += read
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// Writes all of the bytes where the file ends, and waits until they are on disk.
  ///
  /// They go in one call, so that no other program's bytes come between. What a full disk lets
  /// through of them is taken back.
  func append(_ bytes: [UInt8]) throws(RecordError) {
    let size = try status().st_size
    var written: Int
    repeat {
      written = disk.write(descriptor, bytes)
    } while written < 0 && errno == EINTR
    if written == bytes.count, disk.sync(descriptor) == 0 { return }
    // Fewer bytes than asked for, and no error, is how a disk says that it has just become full.
    let number = written >= 0 && written < bytes.count ? ENOSPC : errno
    // Where that is not possible, readers pass over the torn line.
    _ = ftruncate(descriptor, size)
    throw RecordError.system(number, at: path)
  }
}

/// What tells a file from every other on this machine.
struct FileIdentity: Equatable {
  private let device: dev_t
  private let number: ino_t

  init(_ status: stat) {
    device = status.st_dev
    number = status.st_ino
  }
}
