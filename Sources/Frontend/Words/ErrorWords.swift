import WorkOS

/// Every error in words: what happened, what to do about it, and the request id to quote.
package enum ErrorWords {
  package static func sentence(_ error: WorkOSError) -> String {
    switch error {
    case .transport(let error): sentence(error)
    case .rejected(let rejection): sentence(rejection) + quoting(rejection.requestID)
    case .undecodable(let answer):
      "The server answered \(answer.status) with something that could not be read "
        + "(\(answer.detail)). Is this the WorkOS API?" + quoting(answer.requestID)
    }
  }

  /// What happened, without advice to try again: what was sent may have been carried out.
  package static func happened(_ error: WorkOSError) -> String {
    switch error {
    case .transport(let error): sentence(error, isAdvised: false)
    case .rejected(let rejection):
      sentence(rejection, isAdvised: false) + quoting(rejection.requestID)
    case .undecodable: sentence(error)
    }
  }

  /// For a form whose fields say themselves what the server has against them.
  ///
  /// - Parameter objections: what it has against something else, which stands at no field.
  static func refusedFields(_ error: WorkOSError, beside objections: [String] = []) -> String {
    let more = otherObjections(objections).map { " " + $0 } ?? ""
    let words = "Not saved. “Server:” above says why.\(more) Change it, then press ^S."
    guard case .rejected(let rejection) = error else { return words }
    return words + quoting(rejection.requestID)
  }

  /// What the server has against something that is no field of the form, each once; nil: nothing.
  static func otherObjections(_ objections: [String]) -> String? {
    var others: [String] = []
    for words in objections.map(bare) where !others.contains(words) { others.append(words) }
    return others.isEmpty ? nil : "The server also said: \(others.joined(separator: "; "))."
  }

  /// A few words, for the status line.
  static func short(_ error: WorkOSError) -> String {
    switch error {
    case .transport(let error):
      switch error {
      case .cancelled: "stopped"
      case .timedOut: "timed out"
      case .hostNotFound, .connectionRefused: "offline"
      // It was sent, and what became of it is not known.
      case .connectionLost: "no answer"
      case .secureConnectionFailed: "TLS failed"
      case .certificateUntrusted: "certificate not trusted"
      case .redirectRefused: "redirect refused"
      case .bodyTooLarge: "answer too large"
      case .encodingRefused: "answer not taken"
      case .addressUnusable: "address not usable"
      case .authenticationChallenged: "key refused"
      case .heldBack: "not sent"
      case .proxyFailed: "proxy failed"
      case .other: "network error"
      }
    case .rejected(let rejection):
      switch rejection.status {
      case 401: "key refused"
      case 429 where rejection.isToAnother: "held back"
      case 429: "rate limited"
      default: "error \(rejection.status)"
      }
    case .undecodable: "answer not understood"
    }
  }

  /// The request id to quote, behind words of another's.
  static func quoting(_ error: WorkOSError) -> String {
    switch error {
    case .transport: ""
    case .rejected(let rejection): quoting(rejection.requestID)
    case .undecodable(let answer): quoting(answer.requestID)
    }
  }

  private static func quoting(_ requestID: String?) -> String {
    requestID.map { " [request \($0)]" } ?? ""
  }

  private static func sentence(_ error: TransportError, isAdvised: Bool = true) -> String {
    func words(_ what: String, _ advice: String) -> String {
      isAdvised ? "\(what) \(advice)" : what
    }
    return switch error {
    case .cancelled: "Stopped before the server answered."
    case .timedOut(let seconds):
      words(
        "No answer within \(seconds) s.",
        "Try again. If that does not help, check the network or the proxy.")
    case .hostNotFound(let host):
      "The host \(host) could not be found. Check --api-url, the network and the DNS."
    case .connectionRefused(let host):
      "\(host) did not accept the connection. Is the address right, and is the server running?"
        + (BaseURL.isLoopback(host) ? "" : " If there is a proxy on the way, is it?")
    case .connectionLost:
      words("The connection was lost before the answer was complete.", "Try again.")
    case .secureConnectionFailed(let detail):
      "No secure connection: \(detail). Check the address, this machine's clock and the proxy."
    case .certificateUntrusted(let host):
      "No secure connection: this machine does not trust \(host). Put a company "
        + "authority's .crt into /usr/local/share/ca-certificates and run update-ca-certificates "
        + "(as root; see --help)."
    case .redirectRefused(let status, let location):
      "The server sends us to another address (\(status) to \(location)). The console did not go "
        + "there, to keep the API key safe. Give the right address with --api-url."
    case .bodyTooLarge(let limit):
      words(
        "The answer is larger than \(limit / 1_048_576) MiB and was not read.",
        "Try a smaller --page-size.")
    case .encodingRefused(let status, let encoding):
      "The server answered \(status) in compressed form (\(shortened(encoding))), which the console "
        + "did not ask for and does not read. If there is a proxy on the way, check it."
    case .addressUnusable(let host):
      "The address cannot be used: \(host). Give a plain host name with --api-url."
    case .authenticationChallenged(let status):
      "The server asked for another kind of login (\(status)). Is this the WorkOS API?"
    case .heldBack(let reason, let isFirst):
      "Nothing \(isFirst ? "" : "more ")was sent: \(bare(reason))."
    case .proxyFailed(let detail):
      "The proxy did not connect (\(bare(detail))). Check https_proxy and all_proxy."
    case .other(let detail): words("The request failed: \(bare(detail)).", "Try again.")
    }
  }

  /// What a server wrote into a header, no longer than a word.
  private static func shortened(_ text: String) -> String {
    text.count <= 16 ? text : text.prefix(15) + "…"
  }

  /// Why a list, of whatever kind, could not be read: a 404 there says nothing about one thing that was
  /// there.
  package static func sentenceOfReading(_ error: WorkOSError) -> String {
    guard error.isNotFound, case .rejected(let rejection) = error else { return sentence(error) }
    return "Not available in this environment (404)." + quoting(rejection.requestID)
  }

  /// Why something was not deleted. What the server says that it does not have was read again, and was
  /// there or could not be read: that it may have been deleted would be said against what was seen.
  static func sentenceOfDelete(_ error: WorkOSError) -> String {
    error.isNotFound
      ? "The server said that it does not have it (404). r looks again." : sentence(error)
  }

  /// A text without its full stop, which would stand before ours.
  private static func bare(_ text: String) -> String {
    text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  private static func sentence(
    _ rejection: WorkOSError.Rejection, isAdvised: Bool = true
  ) -> String {
    let message = rejection.message.map(bare)
    // What the message says already, or another field, is said once.
    var fields: [String] = []
    for words in rejection.fieldErrors.compactMap({ $0.message ?? $0.code }).map(bare)
    where words != message && !fields.contains(words) {
      fields.append(words)
    }
    let said = message.map { "“\($0)”" }
    let details = [said, fields.isEmpty ? nil : fields.joined(separator: "; ")]
      .compactMap(\.self).joined(separator: ": ")
    func words(_ what: String, _ advice: String) -> String {
      let words = details.isEmpty ? "\(what)." : "\(what): \(details)."
      return isAdvised ? "\(words) \(advice)" : words
    }
    switch rejection.status {
    case 400, 422: return words("The server did not accept this", "Change it and try again.")
    case 401: return words("The API key is refused (401)", "It may have been revoked, or mistyped.")
    case 403:
      return words("The API key may not do this (403)", "Ask for a key that may.")
    case 404: return words("The server does not have this (404)", "It may have been deleted.")
    case 408: return words("The server gave up waiting (408)", "Try again.")
    case 409:
      return words("It does not fit what is there (409)", "Look again, change it, and try again.")
    case 429:
      let wait = rejection.retryAfter.map { max(1, Int(min($0, 1e9).rounded(.up))) }
      if rejection.isToAnother {
        return "Held back, not sent: the server asked to wait"
          + (wait.map { " \($0) s" } ?? "") + " after another request (429)."
      }
      return "Too many requests (429). "
        + (wait.map { "The server asks to wait \($0) s." } ?? "Wait a little and try again.")
    case ..<200, 300..<400:
      return words(
        "The server gave an unexpected answer (\(rejection.status))", "Is this the WorkOS API?")
    case 500...:
      return words("The server failed (\(rejection.status))", "Try again in a moment.")
    default: return words("The server answered \(rejection.status)", "Try again.")
    }
  }
}
