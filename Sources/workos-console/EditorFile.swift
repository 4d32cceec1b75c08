import Foundation
import ViewModel

/// The file in which an editor has a text, in a directory that nobody else may look into.
struct EditorFile {
  /// No form is nearly as large, and what is kept of one has to fit on disk.
  static let mostBytes = 8 * 1024 * 1024
  static let folderPrefix = "workos-console-"
  /// Beside the file: what the editor was given. Its name starts with a dot, for it is not for reading.
  private static let recordName = ".form"

  let path: String
  let folder: String
  /// By its lock others see that the program goes on which has the directory.
  private let hold: FolderHold
  /// The text as the editor was given it, or as it was last taken over.
  private(set) var opened = ""
  private var lastSeen: Stamp?

  /// What changes whenever a file is saved.
  private struct Stamp: Equatable {
    var inode: ino_t
    var size: off_t
    var seconds: Int
    var nanoseconds: Int
  }

  /// Makes a directory in the first of these that takes one.
  init(in directories: [String]) throws(ExternalEditor.Failure) {
    for directory in directories {
      var template = Array("\(directory)/\(Self.folderPrefix)XXXXXX".utf8CString)
      if mkdtemp(&template) != nil {
        let folder = String(
          decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard let hold = FolderHold(of: folder) else { throw .system(errno) }
        self.init(in: folder, hold)
        return
      }
    }
    throw .system(errno)
  }

  /// Takes over what a killed program has left; nil when the directory is another's.
  init?(leftIn folder: String) {
    guard let hold = FolderHold(of: folder) else { return nil }
    self.init(in: folder, hold)
  }

  private init(in folder: String, _ hold: FolderHold) {
    self.folder = folder
    self.hold = hold
    path = folder + "/organization.json"
  }

  /// Gives an editor a text. A file that is there already may be open in a window, and is kept.
  ///
  /// - Parameter record: what the next program needs, should this one be killed.
  mutating func write(_ text: String, record: Data?) throws(ExternalEditor.Failure) {
    if lastSeen == nil || text != opened {
      try write(Data(text.utf8), to: path)
    }
    if let record { try keep(record) }
    opened = text
    lastSeen = stamp
  }

  /// Keeps beside the file what the next program needs, should this one be killed.
  func keep(_ record: Data) throws(ExternalEditor.Failure) {
    // In one step: of half a record nothing could be made.
    let unfinished = "\(folder)/\(Self.recordName).new"
    try write(record, to: unfinished)
    guard rename(unfinished, "\(folder)/\(Self.recordName)") == 0 else { throw .system(errno) }
  }

  private func write(_ data: Data, to path: String) throws(ExternalEditor.Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system(errno) }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try file.write(contentsOf: data)
      try file.close()
    } catch {
      throw ExternalEditor.Failure(.file(reason: "it could not be written"))
    }
  }

  /// What was saved since; nil when nothing was, or the same text again.
  mutating func newText(atMost limit: Int) throws(ExternalEditor.Failure) -> EditedDocument? {
    let stamp = stamp
    guard stamp != lastSeen || stamp == nil else { return nil }
    let bytes = try Self.read(path, atMost: limit)
    lastSeen = stamp
    guard !bytes.elementsEqual(opened.utf8) else { return nil }
    defer { opened = String(decoding: bytes, as: UTF8.self) }
    return EditedDocument(opened: opened, bytes: bytes)
  }

  /// What was saved since a program that has been killed gave an editor this text.
  mutating func newText(
    since text: String, atMost limit: Int
  ) throws(ExternalEditor.Failure) -> EditedDocument? {
    opened = text
    return try newText(atMost: limit)
  }

  /// What a killed program has left word of.
  var record: Data? {
    (try? Self.read("\(folder)/\(Self.recordName)", atMost: 4 * Self.mostBytes))
      .map { Data($0) }
  }

  /// Removes the file and whatever lies beside it.
  func remove() {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Removes the file, and the directory if there is nothing else in it; its path if there is.
  func removeAlone() -> String? {
    unlink(path)
    forget()
    return rmdir(folder) == 0 || errno == ENOENT ? nil : folder
  }

  /// Sees to it that no other program takes the file over.
  func forget() {
    for name in [Self.recordName, "\(Self.recordName).new"] { unlink("\(folder)/\(name)") }
  }

  private var stamp: Stamp? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return Stamp(
      inode: status.st_ino, size: status.st_size, seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec)
  }

  private static func read(
    _ path: String, atMost limit: Int
  ) throws(ExternalEditor.Failure) -> [UInt8] {
    // An editor may have put another file in its place: only a plain one is read, and never waited for.
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = Foundation.stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(errno) }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit else {
      throw ExternalEditor.Failure(.file(reason: "it is no text of at most 8 MiB"))
    }
    do {
      // Of an empty file there is nothing, which is no error.
      return [UInt8](try file.read(upToCount: limit) ?? Data())
    } catch {
      throw ExternalEditor.Failure(.file(reason: "it could not be read"))
    }
  }
}

/// The lock of a directory of ours, given back however the program ends.
private final class FolderHold: Sendable {
  private let descriptor: Int32

  /// Nil when another program holds it, or the directory is none that only we may look into.
  init?(of folder: String) {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_uid == geteuid(), status.st_mode & 0o077 == 0,
      flock(descriptor, LOCK_EX | LOCK_NB) == 0
    else {
      close(descriptor)
      return nil
    }
  }

  deinit {
    close(descriptor)
  }
}
