import JSON
import ViewModel

/// What is wrong with a text from an editor, or with the editor, in words.
enum DocumentWords {
  static func sentence(_ problem: DocumentProblem) -> String {
    let words = words(problem.kind)
    return problem.line.map { "line \($0): \(words)." } ?? "\(words)."
  }

  private static func words(_ kind: DocumentProblem.Kind) -> String {
    switch kind {
    case .json(let kind): words(kind)
    case .wrongKind("", let wanted, let found):
      "there should be \(name(wanted)) here, not \(name(found))"
    case .wrongKind(let name, let wanted, let found):
      "\(quoted(name)) should be \(self.name(wanted)), not \(self.name(found))"
    case .unknownKey(let key, let known):
      "\(quoted(key)) is not one of \(known.joined(separator: ", "))"
    case .repeatedKey(let key): "\(quoted(key)) is there twice"
    case .domainMissing: "“domain” is missing"
    case .unknownState(let state, let known):
      "\(quoted(state)) cannot be set here; use \(known.joined(separator: " or "))"
    case .stripeWhileCreating: "“stripe_customer_id” can be set once the organization exists"
    }
  }

  private static func words(_ kind: JSONMistake.Kind) -> String {
    switch kind {
    case .notUTF8: "it is not UTF-8 text"
    case .missing(let part, let found?):
      "there should be \(name(part)) here, not \(quoted(String(found)))"
    case .missing(let part, nil): "the text ends too early, \(name(part)) is missing"
    case .commaTooMany: "there is one comma too many before this"
    case .textNotClosed: "a text has no closing \""
    case .controlInText: "there is a control character in a text"
    case .badEscape: "JSON does not know what follows this \\ (a backslash is written \\\\)"
    case .tooDeep: "this is nested too deeply"
    }
  }

  static func sentence(_ failure: EditorFailure) -> String {
    switch failure {
    case .missing(let command): "There is no editor \(quoted(command)); set VISUAL or EDITOR."
    case .cannotStart(let command, let reason):
      "The editor \(quoted(command)) cannot be started: \(reason)."
    case .exited(let status): "The editor failed (status \(status)), so the form stays as it is."
    case .signaled(let number):
      "The editor was stopped (signal \(number)), so the form stays as it is."
    case .file(let reason): "The file for the editor: \(reason). The form stays as it is."
    }
  }

  static func returnedAtOnce(_ command: String, _ flag: String?) -> String {
    let taken = "What you save there comes into the form as long as it is open."
    guard let flag else {
      return
        "The editor came back at once. If it has a window of its own, it needs an option to wait "
        + "(code --wait, subl -w, gvim -f). \(taken)"
    }
    return "The editor came back at once: \(quoted(command)) needs \(flag) to wait. \(taken)"
  }

  private static func name(_ part: JSONMistake.Part) -> String {
    switch part {
    case .value: "a value"
    case .key: "a key in \" \""
    case .colon: "a colon"
    case .commaOrBrace: "a comma or }"
    case .commaOrBracket: "a comma or ]"
    case .end: "the end"
    }
  }

  private static func name(_ kind: DocumentProblem.JSONKind) -> String {
    switch kind {
    case .null: "null"
    case .text: "text in \" \""
    case .list: "a list in [ ]"
    case .object: "an object in { }"
    case .number: "a number"
    case .boolean: "true or false"
    }
  }

  /// What may be anything, in quotes and not long.
  private static func quoted(_ text: String) -> String {
    "“\(text.count > 24 ? text.prefix(23) + "…" : text)”"
  }
}
