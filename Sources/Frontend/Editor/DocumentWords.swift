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
      "\(name(wanted)) has to be here, not \(name(found))"
    case .wrongKind(let name, let wanted, let found):
      "\(quoted(name)) has to be \(self.name(wanted)), not \(self.name(found))"
    case .unknownKey(let key, let known):
      "\(quoted(key)) is none of \(known.joined(separator: ", "))"
    case .repeatedKey(let key): "\(quoted(key)) is there twice"
    case .domainMissing: "“domain” is missing"
    case .unknownState(let state, let known):
      "\(quoted(state)) is no state for it; \(known.joined(separator: " and ")) are"
    case .stripeWhileCreating: "“stripe_customer_id” can be set once the organization exists"
    }
  }

  private static func words(_ kind: JSONMistake.Kind) -> String {
    switch kind {
    case .notUTF8: "it is not in UTF-8"
    case .missing(let part, let found?):
      "\(name(part)) has to be here, not \(quoted(String(found)))"
    case .missing(let part, nil): "the text ends where \(name(part)) has to be"
    case .commaTooMany: "nothing follows the comma before this"
    case .textNotClosed: "the closing \" of a text is missing"
    case .controlInText: "a control character stands in a text"
    case .badEscape: "what follows the \\ is no JSON; \\\\ is a backslash"
    case .tooDeep: "that is nested too deep"
    }
  }

  static func sentence(_ failure: EditorFailure) -> String {
    switch failure {
    case .missing(let command): "There is no editor \(quoted(command)); set VISUAL or EDITOR."
    case .cannotStart(let command, let reason):
      "The editor \(quoted(command)) cannot be started: \(reason)."
    case .exited(let status): "The editor failed (status \(status)); nothing was taken over."
    case .signaled(let number):
      "The editor was killed (signal \(number)); nothing was taken over."
    case .file(let reason): "The editor's file: \(reason). Nothing was taken over."
    }
  }

  static func returnedAtOnce(_ command: String, _ flag: String?) -> String {
    let taken = "What you save there is taken over here as long as the form is open."
    guard let flag else {
      return "The editor came back at once. If it has a window elsewhere, it needs a flag to wait "
        + "(code --wait, subl -w, gvim -f). \(taken)"
    }
    return "The editor came back at once: \(quoted(command)) waits with \(flag). \(taken)"
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
