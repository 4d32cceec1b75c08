/// A successful answer, and what it was about.
package struct Outcome: Sendable {
  var response: HTTPResponse
  /// The organization that the write log names.
  var organization: ULID?
  /// The id or slug of the thing itself, for the write log.
  var subject: String?
  /// Whether it repeats an earlier answer, so that nothing was written this time.
  var isReplay = false
  /// An organization that is gone from now on, with all it had.
  var deletedOrganization: ULID?
  /// What `/events` tells of it.
  var occurrences: [Occurrence] = []

  init(_ response: HTTPResponse, organization: ULID? = nil, subject: String? = nil) {
    self.response = response
    self.organization = organization
    self.subject = subject
  }

  /// One thing.
  package init(
    _ status: Int, organization: ULID? = nil, subject: String? = nil,
    write: (inout JSONWriter) -> Void
  ) {
    var writer = JSONWriter()
    write(&writer)
    self.init(.json(status, writer.bytes), organization: organization, subject: subject)
  }

  /// One thing, such as the one just made.
  package init<Item: Listed>(_ status: Int, _ item: Item, organization: ULID? = nil) {
    self.init(
      status, organization: organization, subject: item.id.text(prefix: Item.prefix),
      write: item.write)
  }

  /// Nothing to say but that it is done.
  package static func empty(
    _ status: Int, organization: ULID? = nil, subject: String? = nil
  ) -> Outcome {
    Outcome(HTTPResponse(status: status), organization: organization, subject: subject)
  }
}
