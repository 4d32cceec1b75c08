import Delivery
import Foundation
import ViewModel

/// The calls that put bytes and names on disk, for whoever wants to see in which order they come.
package struct Disk: Sendable {
  package var write: @Sendable (_ file: Int32, _ bytes: [UInt8]) -> Int
  /// Returns when what was written to a file, or the names in a directory, would survive a power cut.
  package var sync: @Sendable (_ file: Int32) -> Int32
  package var rename: @Sendable (_ folder: Int32, _ name: String, _ newName: String) -> Int32
  package var remove: @Sendable (_ folder: Int32, _ name: String) -> Int32
  /// How long another program's lock is waited for.
  package var patience = Duration.seconds(2)

  package static let system = Disk(
    write: { Foundation.write($0, $1, $1.count) },
    sync: { fsync($0) },
    rename: { renameat($0, $1, $0, $2) },
    remove: { unlinkat($0, $1, 0) })

  /// Waits until nobody else holds a file's lock, but not for ever.
  func lock(_ descriptor: Int32, _ path: String) throws(RecordError) {
    let end = ContinuousClock.now + patience
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw RecordError.system(errno, at: path)
      }
      guard ContinuousClock.now < end else {
        throw RecordError(path: path, reason: "another program has locked it")
      }
      // No call waits for a lock and for a time; whoever keeps records holds one for milliseconds.
      usleep(5000)
    }
  }
}
