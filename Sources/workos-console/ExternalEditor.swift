import Curses
import Foundation
import ViewModel
import WorkOS

/// The person's own editor, which changes a text in a file that only they may read.
@MainActor
struct ExternalEditor {
  /// No form is nearly as large, and what is kept of one has to fit on disk.
  private static let mostBytes = 8 * 1024 * 1024
  /// What makes a shell out of a command that is only words.
  private static let shellCharacters = Set("|&;<>()$`\\\"'*?[#~=%\n\t")

  private let command: String
  /// The directories for the file, the best first.
  private let directories: [String]
  private let environment: [String: String]

  /// - Parameter apiKey: in no variable that the editor is given.
  init(environment: [String: String], apiKey: APIKey) {
    let given = [environment["VISUAL"], environment["EDITOR"]].compactMap { $0?.trimmed }
    command = given.first { !$0.isEmpty } ?? "vi"
    directories =
      [environment["XDG_RUNTIME_DIR"], environment["TMPDIR"]].compactMap(\.self)
      .filter { $0.hasPrefix("/") } + ["/tmp"]
    let secrets = [apiKey.secret, environment["WORKOS_API_KEY"]?.trimmed ?? ""]
      .filter { !$0.isEmpty }
    self.environment = environment.filter { name, value in
      name != "WORKOS_API_KEY" && !secrets.contains { value.contains($0) }
    }
  }

  /// What the editor leaves of a text; the file is gone when this returns.
  func edit(_ text: String, on terminal: Terminal) throws(Failure) -> EditedDocument {
    let folder = try makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = folder + "/organization.json"
    try write(text, to: file)
    switch try run(on: file, terminal) {
    case .exited(0): return EditedDocument(opened: text, bytes: try read(file))
    // What a shell says of a command it cannot find.
    case .exited(127): throw Failure(.missing(command))
    case .exited(let status): throw Failure(.exited(status))
    case .signaled(let number): throw Failure(.signaled(number))
    }
  }

  /// What stands in the way, to be told.
  struct Failure: Error {
    let editorFailure: EditorFailure

    init(_ failure: EditorFailure) {
      editorFailure = failure
    }

    static func system(_ number: Int32) -> Failure {
      Failure(.file(reason: String(cString: strerror(number))))
    }
  }

  private func run(on file: String, _ terminal: Terminal) throws(Failure) -> ProgramEnding {
    do throws(TerminalError) {
      return try terminal.run(arguments(for: file), environment: environment)
    } catch {
      if case .cannotRun(_, ENOENT) = error { throw Failure(.missing(command)) }
      throw Failure(.cannotStart(command, reason: TerminalCheck.words(for: error)))
    }
  }

  /// The command may have arguments; only one that needs a shell is given to one, as git does it.
  private func arguments(for file: String) -> [String] {
    if command.contains(where: Self.shellCharacters.contains) {
      return ["/bin/sh", "-c", "\(command) \"$@\"", command, file]
    }
    return command.split(separator: " ").map(String.init) + [file]
  }

  /// A directory that nobody else may look into.
  private func makeFolder() throws(Failure) -> String {
    for directory in directories {
      var template = Array("\(directory)/workos-console-XXXXXX".utf8CString)
      if mkdtemp(&template) != nil {
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      }
    }
    throw .system(errno)
  }

  private func write(_ text: String, to path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system(errno) }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try file.write(contentsOf: Data(text.utf8))
      try file.close()
    } catch {
      throw Failure(.file(reason: "it could not be written"))
    }
  }

  private func read(_ path: String) throws(Failure) -> [UInt8] {
    // An editor may have put another file in its place: only a plain one is read, and never waited for.
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(errno) }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= Self.mostBytes else {
      throw Failure(.file(reason: "it is no text of at most 8 MiB"))
    }
    guard let data = try? file.read(upToCount: Self.mostBytes) else { throw .system(errno) }
    return [UInt8](data)
  }
}
