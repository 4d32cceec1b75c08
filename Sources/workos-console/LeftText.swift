import Foundation
import Records
import ViewModel

/// A text that an editor had, or has, when the program was killed.
struct LeftText {
  let record: FormRecord
  /// What was saved in the editor; nil when nothing was.
  let document: EditedDocument?
  private let file: EditorFile

  /// Those of this environment that no running program has.
  static func all(in directories: [String], of environment: RecordEnvironment) -> [LeftText] {
    directories.flatMap { directory in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
      return names.sorted().filter { $0.hasPrefix(EditorFile.folderPrefix) }.compactMap { name in
        LeftText(in: "\(directory)/\(name)", of: environment)
      }
    }
  }

  /// Nil when a program that runs has the directory, or it is none of ours, or of another environment.
  private init?(in folder: String, of environment: RecordEnvironment) {
    guard var file = EditorFile(leftIn: folder),
      let record = file.record.flatMap({ FormRecord($0, in: environment) })
    else { return nil }
    do throws(ExternalEditor.Failure) {
      document = try file.newText(since: record.text, atMost: EditorFile.mostBytes)
    } catch {
      return nil
    }
    self.record = record
    self.file = file
  }

  /// Removes the file; what an editor has kept of an unsaved text stays.
  func remove() {
    _ = file.removeAlone()
  }
}
