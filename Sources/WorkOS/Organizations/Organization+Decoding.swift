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
    let list: ListBody<OrganizationBody>
    let bytes = Array(body)
    let elements: [JSONNode]
    do {
      list = try JSONDecoder().decode(ListBody<OrganizationBody>.self, from: body)
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
