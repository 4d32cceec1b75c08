/// A thing of which there are lists.
package protocol Listed: Sendable {
  /// What its ids begin with, such as `org_`.
  static var prefix: StaticString { get }
  var id: ULID { get }
  func write(to writer: inout JSONWriter)
}

extension Listed {
  var idText: String { id.text(prefix: Self.prefix) }
}

/// One page, and the cursors that lead away from it.
package struct Page<Item: Listed>: Sendable {
  var items: [Item]
  var before: ULID?
  var after: ULID?

  /// The page as the API answers it.
  func json(_ write: (Item, inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter(capacity: 1024 * (items.count + 1))
    writer.object { writer in
      writer.member("object", "list")
      writer.key("data")
      writer.array { writer in
        for item in items { write(item, &writer) }
      }
      writer.key("list_metadata")
      writer.object { writer in
        writer.member("before", before?.text(prefix: Item.prefix))
        writer.member("after", after?.text(prefix: Item.prefix))
      }
    }
    return writer.bytes
  }
}

extension Outcome {
  package init<Item: Listed>(_ page: Page<Item>) {
    self.init(page) { item, writer in item.write(to: &writer) }
  }

  init<Item: Listed>(_ page: Page<Item>, write: (Item, inout JSONWriter) -> Void) {
    self.init(.json(200, page.json(write)))
  }

  /// A list that the API gives whole, without cursors.
  init<Item: Listed>(whole items: [Item]) {
    self.init(200) { writer in
      writer.object { writer in
        writer.member("object", "list")
        writer.key("data")
        writer.array { writer in
          for item in items { item.write(to: &writer) }
        }
      }
    }
  }
}
