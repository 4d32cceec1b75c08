import Foundation
import JSON

/// An item of an answer, and its own JSON as the server sent it.
package struct Received<Item: Equatable & Sendable>: Equatable, Sendable {
  package var item: Item
  package var json: RawJSON

  package init(_ item: Item, json: RawJSON) {
    self.item = item
    self.json = json
  }
}

extension Received where Item: Decodable {
  /// Reads the one item a body consists of.
  init(decoding body: Data) throws(DecodingFailure) {
    do {
      self.init(try JSONDecoder().decode(Item.self, from: body), json: RawJSON(bytes: body))
    } catch {
      throw DecodingFailure(error)
    }
  }
}

extension Page {
  /// Reads a list of any resource.
  init<Resource: Decodable>(decoding body: Data) throws(DecodingFailure)
  where Item == Received<Resource> {
    try self.init(body) { (resource: Resource, node, bytes) in
      Received(resource, json: RawJSON(bytes: Data(bytes[node.range])))
    }
  }

  /// Reads a list: its elements are decoded in one pass, then each gets its own bytes.
  ///
  /// - Parameter item: makes an item of an element, of where it lies, and of the bytes it lies in.
  init<Element: Decodable>(
    _ body: Data, item: (Element, JSONNode, [UInt8]) -> Item
  ) throws(DecodingFailure) {
    let list: ListBody<Element>
    let bytes = Array(body)
    let elements: [JSONNode]
    do {
      list = try JSONDecoder().decode(ListBody<Element>.self, from: body)
      elements = try JSONReader.read(bytes[...], by: .received).first("data")?.elements ?? []
    } catch {
      throw DecodingFailure(error)
    }
    guard elements.count == list.data.count else {
      throw DecodingFailure(detail: "data: its elements cannot be told apart")
    }
    self.init(
      items: zip(list.data, elements).map { item($0, $1, bytes) },
      before: list.cursors?.before, after: list.cursors?.after)
  }
}

extension APIRequest {
  /// The call whose answer is one item of a resource.
  package func item<Resource: Decodable>(of type: Resource.Type) -> Call<Received<Resource>> {
    Call(self, reading: Received.init(decoding:))
  }

  /// The call whose answer is a page of a resource.
  package func page<Resource: Decodable>(
    of type: Resource.Type
  ) -> Call<Page<Received<Resource>>> {
    Call(self, reading: Page.init(decoding:))
  }
}

/// The body of every list of the API.
struct ListBody<Element: Decodable>: Decodable {
  var data: [Element]
  /// Some answers have no cursors at all.
  var cursors: Cursors?

  private enum CodingKeys: String, CodingKey {
    case data
    case cursors = "list_metadata"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    data = try container.decode([Element].self, forKey: .data)
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
