/// Something that happened, as `/events` tells it.
struct Occurrence: Sendable {
  /// Such as `organization.updated`.
  var kind: String
  var organization: ULID?
  var data: JSONValue
}

extension Outcome {
  /// The same, with an event that is told from now on.
  func telling(
    _ kind: String, organization: ULID?, data write: (inout JSONWriter) -> Void
  ) -> Outcome {
    var writer = JSONWriter()
    write(&writer)
    return telling(kind, organization: organization, bytes: writer.bytes)
  }

  func telling<Item: Listed>(_ kind: String, _ item: Item) -> Outcome {
    telling(kind, organization: organization, data: item.write)
  }

  /// The same, with an event that has the thing which is answered.
  func telling(_ kind: String) -> Outcome {
    telling(kind, organization: organization, bytes: response.body)
  }

  private func telling(_ kind: String, organization: ULID?, bytes: [UInt8]) -> Outcome {
    var outcome = self
    // What this server has written it can read; secrets are no part of an event.
    let data = (try? JSONParser.parse(bytes)) ?? .null
    outcome.occurrences.append(
      Occurrence(
        kind: kind, organization: organization,
        data: data.removing("token").removing("accept_invitation_url").removing("value")))
    return outcome
  }
}
