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
  init(decoding body: Data) throws(DecodingFailure) {
    try self.init(body) { (element: OrganizationBody, node, bytes) in
      element.organization(at: node, in: bytes)
    }
  }
}
