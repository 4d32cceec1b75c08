import JSON

/// What JSON is called, by where it is from; something may have been left out of it.
enum JSONWords {
  case received
  /// It was sent from here, which tells nothing of what the server has.
  case sent

  /// What stands over it.
  func title(of json: RawJSON) -> String {
    switch self {
    case .received: "JSON \(json.origin)"
    case .sent: "What was sent from here" + (json.hasWithheld ? ", \(json.origin)" : "")
    }
  }

  /// The same where there is little room.
  var shortTitle: String {
    switch self {
    case .received: "JSON"
    case .sent: "Sent from here"
    }
  }

  /// What is said to be copied.
  func thing(of json: RawJSON) -> String {
    switch self {
    case .received: json.thing
    case .sent: "what was sent from here" + json.gap
    }
  }
}

extension RawJSON {
  var thing: String { "the JSON\(gap)" }

  var origin: String { hasWithheld ? "without what is secret (“…”)" : "as the server sent it" }

  /// What is left out of it, behind what it is called.
  var gap: String { hasWithheld ? " without what is secret" : "" }
}
