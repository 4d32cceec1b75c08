/// A document as an editor was given it, and as it left it.
package struct EditedDocument: Equatable, Sendable {
  let opened: String
  let text: String
  let isUTF8: Bool

  package init(opened: String, bytes: [UInt8]) {
    self.opened = opened
    let text = String(validating: bytes, as: UTF8.self)
    isUTF8 = text != nil
    // Each byte is a character of Latin-1, so that nothing is lost.
    self.text =
      text ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  var isUnchanged: Bool { text.utf8.elementsEqual(opened.utf8) }
}

/// Why nothing came of an editor.
package enum EditorFailure: Equatable, Sendable {
  /// The command has no program.
  case missing(String)
  case cannotStart(String, reason: String)
  case exited(Int32)
  case signaled(Int32)
  /// The file could not be written, or not be read afterwards.
  case file(reason: String)
}
