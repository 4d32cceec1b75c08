import Foundation
import Records
import Testing
import ViewModel

/// A state directory of a test's own, which is not made until something is written, and goes with it.
final class TemporaryState: Sendable {
  let root: String
  let directory: StateDirectory

  /// The records of one run of the program, in the test environment.
  let store: RecordStore

  init() {
    root = NSTemporaryDirectory() + "workos-records-\(UUID().uuidString)"
    directory = StateDirectory(path: root + "/state/workos-console")
    store = RecordStore(
      directory: directory, environment: .test,
      session: UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)), rotationSize: 1 << 20)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: root)
  }

  /// The records of another run of the program.
  func store(
    in environment: RecordEnvironment = .test, rotationSize: Int = 1 << 20, on disk: Disk = .system
  ) -> RecordStore {
    RecordStore(
      directory: directory, environment: environment, rotationSize: rotationSize, disk: disk)
  }

  func path(_ name: String) -> String { directory.path + "/" + name }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  /// Puts a file there as another program might, for its owner alone.
  func put(_ bytes: some Sequence<UInt8>, in name: String) throws {
    let url = URL(fileURLWithPath: path(name))
    try make(url.deletingLastPathComponent().path)
    try Data(bytes).write(to: url)
    chmod(url.path, 0o600)
  }

  /// Makes a directory for its owner alone.
  func make(_ path: String) throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  func mode(_ name: String) throws -> mode_t {
    var status = stat()
    try #require(lstat(path(name), &status) == 0)
    return status.st_mode & 0o7777
  }

  /// The files in the directory of drafts, but for the marks of sessions.
  func draftNames() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory.drafts).sorted()
      .filter { !$0.hasPrefix(".session-") }
  }
}

extension Draft.ID {
  static let sample = Draft.ID(
    UUID(
      uuid: (
        0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0xCD, 0xEF, 0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0xCD,
        0xEF
      )))
}

extension RecordEnvironment {
  static let test = RecordEnvironment(kind: "test", host: "api.workos.com", keyEnding: "x9Qz")
  static let live = RecordEnvironment(kind: "live", host: "api.workos.com", keyEnding: "x9Qz")
}
