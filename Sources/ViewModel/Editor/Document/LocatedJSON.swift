/// A JSON value that knows the line it begins in, so that what is wrong with it can be found.
struct LocatedJSON: Equatable {
  enum Value: Equatable {
    case null
    case string(String)
    case array([LocatedJSON])
    case object([Member])
    /// Of these no field consists, so that their value does not matter.
    case number
    case boolean
  }

  struct Member: Equatable {
    let key: String
    /// The line of the key.
    let line: Int
    let value: LocatedJSON
  }

  let value: Value
  let line: Int

  var kind: DocumentProblem.JSONKind {
    switch value {
    case .null: .null
    case .string: .text
    case .array: .list
    case .object: .object
    case .number: .number
    case .boolean: .boolean
    }
  }
}
