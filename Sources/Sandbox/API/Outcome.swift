/// A successful answer, and which organization it was about.
struct Outcome: Equatable, Sendable {
  var response: HTTPResponse
  var subject: ULID?
  /// Whether it repeats an earlier answer, so that nothing was written this time.
  var isReplay = false

  init(_ response: HTTPResponse, subject: ULID? = nil, isReplay: Bool = false) {
    self.response = response
    self.subject = subject
    self.isReplay = isReplay
  }

  init(_ status: Int, _ organization: Organization) {
    var writer = JSONWriter()
    organization.write(to: &writer)
    self.init(.json(status, writer.bytes), subject: organization.id)
  }

  init(_ status: Int, _ place: OrganizationStore.DomainPlace) {
    var writer = JSONWriter()
    place.domain.write(to: &writer, organization: place.organization.id)
    self.init(.json(status, writer.bytes), subject: place.organization.id)
  }
}

extension OrganizationStore.Page {
  var json: [UInt8] {
    var writer = JSONWriter(capacity: 1024 * (organizations.count + 1))
    writer.object { writer in
      writer.member("object", "list")
      writer.key("data")
      writer.array { writer in
        for organization in organizations { organization.write(to: &writer) }
      }
      writer.key("list_metadata")
      writer.object { writer in
        writer.member("before", before?.text(prefix: Organization.prefix))
        writer.member("after", after?.text(prefix: Organization.prefix))
      }
    }
    return writer.bytes
  }
}
