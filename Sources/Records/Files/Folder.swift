import Delivery
import Foundation
import ViewModel

/// An open directory: what is looked at is what is worked in, whatever happens to its name.
struct Folder: ~Copyable {
  let path: String
  let disk: Disk
  private let descriptor: Int32

  deinit {
    close(descriptor)
  }

  /// Opens a directory of ours, or nil when there is none.
  ///
  /// - Parameter isTrusting: whether it may also be another's, one that others may use, or a link.
  static func open(
    _ path: String, on disk: Disk, isTrusting: Bool = false
  ) throws(RecordError) -> Folder? {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (isTrusting ? 0 : O_NOFOLLOW)
    let descriptor = Foundation.open(path, flags)
    guard descriptor >= 0 else {
      let number = errno
      if number == ENOENT || isUnderFile(path, number) { return nil }
      throw RecordError.system(isLink(path) ? ELOOP : number, at: path)
    }
    let folder = Folder(path: path, disk: disk, descriptor: descriptor)
    if !isTrusting { try Ownership(of: descriptor, at: path).check(mending: "700") }
    return folder
  }

  /// Opens a directory, and first makes it and what leads there for nobody but us.
  static func create(_ path: String, on disk: Disk) throws(RecordError) -> Folder {
    if let folder = try open(path, on: disk) { return folder }
    try make(path, on: disk)
    guard let folder = try open(path, on: disk) else { throw RecordError.system(ENOENT, at: path) }
    return folder
  }

  /// Asked after a failure: of a link, as of a file, the system says that it is no directory.
  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Whether there is nothing because what should lead there is no directory.
  private static func isUnderFile(_ path: String, _ number: Int32) -> Bool {
    var status = stat()
    return number == ENOTDIR && lstat(path, &status) < 0 && errno == ENOTDIR
  }

  private static func make(_ path: String, on disk: Disk) throws(RecordError) {
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    var error = makeLast(path)
    if error == ENOENT, parent != path {
      try make(parent, on: disk)
      // Once only: where nothing can be made, as in /proc, it is missing for ever.
      error = makeLast(path)
    }
    if error == EEXIST { return }
    guard error == 0 else { throw RecordError.system(error, at: path) }
    // Else a power cut may take the directory away with all that was safely written in it.
    if let parent = try open(parent, on: disk, isTrusting: true) { try parent.sync() }
  }

  /// Makes a directory where the one above it exists; 0, or the system's error.
  private static func makeLast(_ path: String) -> Int32 {
    mkdir(path, 0o700) == 0 ? 0 : errno
  }

  func pathOf(_ name: String) -> String {
    path.hasSuffix("/") ? path + name : path + "/" + name
  }

  func open(_ name: String, _ flags: Int32, mode: mode_t = 0o600) -> Int32 {
    // O_NONBLOCK: opening a FIFO that someone put there must not wait for its other end.
    openat(descriptor, name, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, mode)
  }

  /// Opens a file for reading; nil when there is none.
  ///
  /// - Parameter isTrusting: whether it may also be another's, or one that others may use.
  func file(_ name: String, isTrusting: Bool = false) throws(RecordError) -> OpenFile? {
    let number = open(name, O_RDONLY)
    guard number >= 0 else {
      if errno == ENOENT { return nil }
      throw RecordError.system(errno, at: pathOf(name))
    }
    let file = OpenFile(descriptor: number, path: pathOf(name), disk: disk)
    if isTrusting { try file.expectRegular() } else { try file.expectOurs() }
    return file
  }

  /// The file that bears a name now; nil when there is none.
  func identity(of name: String) -> FileIdentity? {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return FileIdentity(status)
  }

  func rename(_ name: String, to newName: String) throws(RecordError) {
    guard disk.rename(descriptor, name, newName) == 0 else {
      throw RecordError.system(errno, at: pathOf(newName))
    }
  }

  /// Removes a file; whether there was one.
  @discardableResult
  func remove(_ name: String) throws(RecordError) -> Bool {
    if disk.remove(descriptor, name) == 0 { return true }
    guard errno == ENOENT else { throw RecordError.system(errno, at: pathOf(name)) }
    return false
  }

  /// Waits until nobody else holds the directory, but not for ever; closing it gives it back.
  func lock() throws(RecordError) {
    try disk.lock(descriptor, path)
  }

  /// Makes names as lasting as what they name.
  func sync() throws(RecordError) {
    // EINVAL: some file systems cannot, and need not.
    guard disk.sync(descriptor) == 0 || errno == EINVAL else {
      throw RecordError.system(errno, at: path)
    }
  }

  func names() throws(RecordError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw RecordError(path: path, reason: "its files cannot be listed")
    }
  }
}
