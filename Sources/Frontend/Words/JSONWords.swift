import JSON

/// What JSON is called, of which something may have been left out.
extension RawJSON {
  var thing: String { hasWithheld ? "the JSON without what is secret" : "the JSON" }

  var origin: String { hasWithheld ? "without what is secret (“…”)" : "as the server sent it" }
}
