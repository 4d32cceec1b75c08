import Delivery
import Foundation
import ViewModel

/// To whom a file or directory belongs, and who else may use it.
struct Ownership {
  private let path: String
  private let owner: uid_t
  private let mode: mode_t

  init(of descriptor: Int32, at path: String) throws(RecordError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw RecordError.system(errno, at: path) }
    self.path = path
    owner = status.st_uid
    mode = status.st_mode
  }

  /// Refuses what someone else could have put there or could read, and says what mends it.
  func check(mending newMode: String) throws(RecordError) {
    guard owner == geteuid() else {
      throw RecordError(path: path, reason: "it belongs to another user")
    }
    guard mode & 0o077 == 0 else {
      let use = mode & 0o022 == 0 ? "read it" : "write to it"
      let quotedPath = "'" + path.replacingOccurrences(of: "'", with: #"'\''"#) + "'"
      throw RecordError(
        path: path, reason: "others may \(use); first run: chmod \(newMode) \(quotedPath)")
    }
  }
}

extension RecordError {
  /// What the system said, as it says it.
  static func system(_ number: Int32, at path: String) -> RecordError {
    // With O_NOFOLLOW there is no loop but the link itself.
    let isLink = number == ELOOP
    return RecordError(
      path: path,
      reason: isLink
        ? "it is a symbolic link, and is not followed" : String(cString: strerror(number)))
  }
}
