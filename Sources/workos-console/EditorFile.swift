import Foundation
import ViewModel

/// The file in which an editor has a text, in a directory that nobody else may look into.
struct EditorFile {
  let path: String
  private let folder: String
  /// The text as the editor was given it, or as it was last taken over.
  private var opened = ""
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
      var template = Array("\(directory)/workos-console-XXXXXX".utf8CString)
      if mkdtemp(&template) != nil {
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        path = folder + "/organization.json"
        return
      }
    }
    throw .system(errno)
  }

  /// Gives an editor a text. A file that is there already may be open in a window, and is kept.
  mutating func write(_ text: String) throws(ExternalEditor.Failure) {
    if lastSeen == nil || text != opened {
      let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw .system(errno) }
      let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      do {
        try file.write(contentsOf: Data(text.utf8))
        try file.close()
      } catch {
        throw ExternalEditor.Failure(.file(reason: "it could not be written"))
      }
    }
    opened = text
    lastSeen = stamp
  }

  /// What was saved since; nil when nothing was, or the same text again.
  mutating func newText(atMost limit: Int) throws(ExternalEditor.Failure) -> EditedDocument? {
    let stamp = stamp
    guard stamp != lastSeen || stamp == nil else { return nil }
    let bytes = try read(atMost: limit)
    lastSeen = stamp
    guard !bytes.elementsEqual(opened.utf8) else { return nil }
    defer { opened = String(decoding: bytes, as: UTF8.self) }
    return EditedDocument(opened: opened, bytes: bytes)
  }

  /// Removes the file and whatever lies beside it.
  func remove() {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Removes the file, and the directory if there is nothing else in it; its path if there is.
  func removeAlone() -> String? {
    unlink(path)
    return rmdir(folder) == 0 || errno == ENOENT ? nil : folder
  }

  private var stamp: Stamp? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return Stamp(
      inode: status.st_ino, size: status.st_size, seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec)
  }

  private func read(atMost limit: Int) throws(ExternalEditor.Failure) -> [UInt8] {
    // An editor may have put another file in its place: only a plain one is read, and never waited for.
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = Foundation.stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(errno) }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit else {
      throw ExternalEditor.Failure(.file(reason: "it is no text of at most 8 MiB"))
    }
    guard let data = try? file.read(upToCount: limit) else { throw .system(errno) }
    return [UInt8](data)
  }
}
