/// What a request says of one field: nothing, null, or a value.
enum FieldEdit<Value: Equatable & Sendable>: Equatable, Sendable {
  case kept
  case cleared
  case set(Value)

  var value: Value? {
    guard case .set(let value) = self else { return nil }
    return value
  }
}
