import WorkOS

/// What a server says against a field of what was sent to it.
struct Objection {
  /// What it calls the field, and what the name goes on with: `domain_data` and `0].domain`.
  let field: Substring?
  let within: Substring?
  let code: String?
  let words: String
  /// The same where no field stands above them, so that they have to say what they are about.
  let wordsWithName: String

  fileprivate init(_ error: WorkOSError.FieldError, in rejection: WorkOSError.Rejection) {
    let parts = error.field?.split(maxSplits: 1) { $0 == "." || $0 == "[" } ?? []
    field = parts.first
    within = parts.dropFirst().first
    code = error.code
    // One dialect has its sentence where the other has a code.
    let sentence = error.code.flatMap { $0.contains(" ") ? $0 : nil }
    words =
      error.message ?? sentence ?? rejection.message ?? error.code ?? rejection.code ?? ""
    let own = error.message ?? error.code
    let isNamed = error.field.map { own?.lowercased().contains($0.lowercased()) == true }
    let label = isNamed == false ? error.field.map { "\($0): " } ?? "" : ""
    wordsWithName = label + (own ?? words)
  }
}

extension WorkOSError.Rejection {
  /// All that it is about, field by field, in either dialect; what names no field is one objection.
  var objections: [Objection] {
    fieldErrors.isEmpty ? [objection] : fieldErrors.map { Objection($0, in: self) }
  }

  /// What is said of it as a whole.
  var objection: Objection { Objection(.init(code: code, message: message), in: self) }
}
