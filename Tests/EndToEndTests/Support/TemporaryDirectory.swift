import Foundation

/// A directory of a test's own, removed with it.
final class TemporaryDirectory {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "workos-console-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Makes this the home of a program, and the place of its temporary files.
  var environment: [String: String] {
    [
      "HOME": path, "XDG_CONFIG_HOME": path + "/config", "XDG_STATE_HOME": path + "/state",
      "TMPDIR": path,
    ]
  }

  /// The paths of all files below, directories aside.
  var files: [String] {
    let paths = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return paths.filter { file in
      var isDirectory: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: path + "/" + file, isDirectory: &isDirectory)
      return !isDirectory.boolValue
    }
  }

  /// Makes a file, with these permissions, and returns its path.
  func makeFile(_ name: String, _ text: String, permissions: Int = 0o600) throws -> String {
    let file = path + "/" + name
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: file)
    return file
  }

  /// What a file holds; empty when there is none.
  func text(of name: String) -> String {
    String(
      decoding: FileManager.default.contents(atPath: path + "/" + name) ?? Data(), as: UTF8.self)
  }
}
