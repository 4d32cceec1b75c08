import Foundation
import JSON

extension Organization {
  /// Reads the organization a body consists of.
  init(decoding body: Data) throws(DecodingFailure) {
    do {
      let decoded = try JSONDecoder().decode(OrganizationBody.self, from: body)
      let bytes = Array(body)
      self = decoded.organization(at: try JSONReader.read(bytes[...], by: .received), in: bytes)
    } catch {
      throw DecodingFailure(error)
    }
  }
}

extension Organization {
  /// Reads an organization out of JSON that was kept.
  package init(decoding json: RawJSON) throws {
    try self.init(decoding: json.bytes)
  }
}

extension Page<Organization> {
  /// Reads a list: its elements are decoded in one pass, then each gets its own bytes.
  init(decoding body: Data) throws(DecodingFailure) {
    let list: OrganizationListBody
    let bytes = Array(body)
    let elements: [JSONNode]
    do {
      list = try JSONDecoder().decode(OrganizationListBody.self, from: body)
      elements = try JSONReader.read(bytes[...], by: .received).first("data")?.elements ?? []
    } catch {
      throw DecodingFailure(error)
    }
    guard elements.count == list.data.count else {
      throw DecodingFailure(detail: "data: its elements cannot be told apart")
    }
    self.init(
      items: zip(list.data, elements).map { $0.organization(at: $1, in: bytes) },
      before: list.cursors?.before,
      after: list.cursors?.after
    )
  }
}

private struct OrganizationListBody: Decodable {
  var data: [OrganizationBody]
  /// Some answers have no cursors at all.
  var cursors: Cursors?

  private enum CodingKeys: String, CodingKey {
    case data
    case cursors = "list_metadata"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    data = try container.decode([OrganizationBody].self, forKey: .data)
    cursors = container.tolerated(Cursors.self, forKey: .cursors)
  }

  struct Cursors: Decodable {
    var before: String?
    var after: String?

    private enum CodingKeys: CodingKey {
      case before
      case after
    }

    /// An empty cursor leads nowhere, and is none.
    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      before = container.tolerated(String.self, forKey: .before).flatMap { $0.isEmpty ? nil : $0 }
      after = container.tolerated(String.self, forKey: .after).flatMap { $0.isEmpty ? nil : $0 }
    }
  }
}
