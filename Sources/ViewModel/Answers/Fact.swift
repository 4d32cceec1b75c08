import WorkOS

/// Something that is read to answer a question.
package enum Fact<Value: Equatable & Sendable>: Equatable, Sendable {
  /// Not asked for, as something has to be known before that is not.
  case unasked
  case awaited
  case known(Value)
  case failed(WorkOSError)

  package var value: Value? {
    if case .known(let value) = self { value } else { nil }
  }

  package func map<Other>(_ transform: (Value) -> Other) -> Fact<Other> {
    switch self {
    case .unasked: .unasked
    case .awaited: .awaited
    case .known(let value): .known(transform(value))
    case .failed(let error): .failed(error)
    }
  }

  package var failure: WorkOSError? {
    if case .failed(let error) = self { error } else { nil }
  }

  /// Whether the answer came, whatever it was.
  var isAnswered: Bool {
    switch self {
    case .unasked, .awaited: false
    case .known, .failed: true
    }
  }
}

/// The first page of a list: more than that of one person, or of what one organization signs in by, is
/// not looked at, and it is said that there is more.
package struct FirstPage<Item: Equatable & Sendable>: Equatable, Sendable {
  package var items: [Item]
  package var hasMore: Bool

  package init(_ items: [Item], hasMore: Bool = false) {
    self.items = items
    self.hasMore = hasMore
  }

  init(_ page: Page<Item>) {
    self.init(page.items, hasMore: page.after != nil && !page.items.isEmpty)
  }

  /// As large as the API gives them.
  static var request: PageRequest { PageRequest(limit: 100) }
}
