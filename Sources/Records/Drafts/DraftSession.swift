import Delivery
import Foundation
import Synchronization
import ViewModel

/// One run of the program, and the mark by which others see that it goes on.
///
/// The mark is a file whose lock is held: the system gives that back however the program ends, and
/// only then are its drafts free to be taken over.
final class DraftSession: Sendable {
  /// Starts with a dot, as no draft's name does.
  private static let markPrefix = ".session-"

  /// The session in the names of its drafts.
  let name: String
  private let mark = Mutex<Int32?>(nil)

  init(_ id: UUID) {
    name = DraftFileName.spelled(id)
  }

  deinit {
    mark.withLock { if let descriptor = $0 { close(descriptor) } }
  }

  /// Sees to it that the mark is there; the caller holds the lock of the directory.
  func hold(in folder: borrowing Folder) throws(RecordError) {
    let markName = Self.markPrefix + name
    let identity = folder.identity(of: markName)
    if let identity, identity == heldIdentity { return }
    let path = folder.pathOf(markName)
    let descriptor = folder.open(markName, O_RDWR | O_CREAT)
    guard descriptor >= 0 else { throw RecordError.system(errno, at: path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let number = errno
      close(descriptor)
      throw RecordError.system(number, at: path)
    }
    mark.withLock { held in
      if let former = held { close(former) }
      held = descriptor
    }
  }

  /// Makes a draft's file one of this session; the caller holds the lock of the directory.
  func own(_ draft: DraftFileName, in folder: borrowing Folder) throws(RecordError) {
    let newName = draft.owned(by: name).text
    guard folder.identity(of: newName) == nil else { return }
    try hold(in: folder)
    try folder.rename(draft.text, to: newName)
  }

  /// Whether a draft is this session's, or nobody's any more; the caller holds the lock of the directory.
  func mayRead(_ draft: DraftFileName, in folder: borrowing Folder) -> Bool {
    guard let owner = draft.session, owner != name else { return true }
    return Self.hasEnded(owner, in: folder)
  }

  private var heldIdentity: FileIdentity? {
    mark.withLock { held in
      var status = stat()
      guard let held, fstat(held, &status) == 0 else { return nil }
      return FileIdentity(status)
    }
  }

  private static func hasEnded(_ name: String, in folder: borrowing Folder) -> Bool {
    let descriptor = folder.open(markPrefix + name, O_RDWR)
    // Without a mark there is no session. One that cannot be looked at may go on.
    guard descriptor >= 0 else { return errno == ENOENT }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0
  }

  /// Removes the marks of sessions that have ended; the caller holds the lock of the directory.
  static func clear(in folder: borrowing Folder, names: [String]) {
    for name in names where name.hasPrefix(markPrefix) {
      // One that stays says no more than one that is not there.
      if hasEnded(String(name.dropFirst(markPrefix.count)), in: folder) {
        _ = try? folder.remove(name)
      }
    }
  }
}
