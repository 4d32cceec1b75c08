/// A thing that belongs to an organization. Those of a seeded one are made when first asked for.
protocol Belonging: Listed {
  /// What it is called where it is not found, such as `Invitation`.
  static var title: String { get }
  var organization: ULID { get }

  /// Makes the ones that a seeded organization has from the start; the same ones every time, and
  /// each with a `SeedCode` in its id. Organization and store are as they were seeded.
  static func seeds(of organization: Organization, at position: Int, in store: inout Store)
    -> [Self]
}

/// All things of one kind that have been made so far, by organization, in ascending order of id.
private struct Shelf<Item: Belonging>: StoredState {
  var items: [ULID: [Item]] = [:]
  var organizations: [ULID: ULID] = [:]

  mutating func put(_ item: Item) {
    var all = items[item.organization] ?? []
    let index = all.insertionIndex(of: item.id)
    if index < all.count, all[index].id == item.id {
      all[index] = item
    } else {
      all.insert(item, at: index)
    }
    items[item.organization] = all
    organizations[item.id] = item.organization
  }
}

extension Store {
  /// The things of that kind that an organization has, in ascending order of id.
  mutating func items<Item: Belonging>(_ type: Item.Type, of organization: Organization) -> [Item] {
    if let items = self[Shelf<Item>.self].items[organization.id] { return items }
    // Something is there from now on, so that a seed which asks in turn does not go round.
    self[Shelf<Item>.self].items[organization.id] = []
    if let position = organization.seedPosition {
      let seeds = fromSeed { store in
        Item.seeds(of: store.seeded(organization), at: position, in: &store)
      }
      for item in seeds { put(item) }
    }
    return self[Shelf<Item>.self].items[organization.id] ?? []
  }

  /// The things of that kind of the newest seeded organizations and of all that were looked at, in
  /// ascending order of id.
  mutating func items<Item: Belonging>(_ type: Item.Type) -> [Item] {
    for organization in newestSeeded(Self.newestPopulated) {
      _ = items(type, of: organization)
    }
    return self[Shelf<Item>.self].items.values.flatMap(\.self).sorted { $0.id < $1.id }
  }

  mutating func item<Item: Belonging>(_ type: Item.Type, _ text: String) throws(APIProblem) -> Item
  {
    guard let id = ULID(text, prefix: Item.prefix) else { throw .entityNotFound(Item.title, text) }
    let position = SeedCode(of: id).position
    if self[Shelf<Item>.self].organizations[id] == nil,
      let home = organizations.first(where: { $0.seedPosition == position })
    {
      _ = items(type, of: home)
    }
    guard let organization = self[Shelf<Item>.self].organizations[id],
      let items = self[Shelf<Item>.self].items[organization], let index = items.index(of: id)
    else { throw .entityNotFound(Item.title, text) }
    return items[index]
  }

  /// Adds a thing, or puts it in the place of what has its id.
  mutating func put<Item: Belonging>(_ item: Item) {
    self[Shelf<Item>.self].put(item)
  }

  mutating func remove<Item: Belonging>(_ item: Item) {
    self[Shelf<Item>.self].organizations[item.id] = nil
    self[Shelf<Item>.self].items[item.organization]?.removeAll { $0.id == item.id }
  }

  mutating func forget<Item: Belonging>(_ type: Item.Type, of organization: ULID) {
    for item in self[Shelf<Item>.self].items.removeValue(forKey: organization) ?? [] {
      self[Shelf<Item>.self].organizations[item.id] = nil
    }
  }
}

extension Outcome {
  /// A thing that belongs to an organization.
  init<Item: Belonging>(_ status: Int, _ item: Item) {
    self.init(status, item, organization: item.organization)
  }

  /// That a thing is gone.
  static func removed<Item: Belonging>(_ status: Int, _ item: Item) -> Outcome {
    .empty(status, organization: item.organization, subject: item.idText)
  }
}

/// Chance for the things of one kind in one seeded organization.
struct SeedChance {
  let position: Int
  /// Tells the kinds apart; at most 255.
  let kind: UInt64
  var random: SplitMix

  init(_ kind: UInt64, at position: Int) {
    self.position = position
    self.kind = kind
    random = SplitMix(seed: kind << 40 ^ UInt64(position) &* 0x9E37_79B9)
  }

  mutating func number(below limit: Int) -> Int {
    random.number(below: limit)
  }

  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[random.number(below: values.count)]
  }

  /// A moment between `start` and the end of the seed.
  mutating func time(after start: Timestamp) -> Timestamp {
    let span = Seed.newest.milliseconds - start.milliseconds
    return start.advanced(by: Int64(random.number(below: Int(Swift.max(1, span)))))
  }

  func id(_ number: Int, at time: Timestamp) -> ULID {
    SeedCode(position: position, number: number).id(at: time, salt: kind)
  }
}
