@testable import Cells

/// Any bytes from the terminal, in batches cut anywhere.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  var input = FuzzInput(start, count)
  let seed = input.choice()
  var whole = KeyDecoder()
  var cut = KeyDecoder()
  let keys = whole.decode(input.bytes, at: .zero)
  // The batches follow one another at once: none is the end of what was begun.
  let keysOfPieces = input.pieces(seed: seed).flatMap { cut.decode(Array($0), at: .zero) }

  for key in keys + keysOfPieces { expectHarmless(key) }
  promise("a key takes a byte", keys.count <= input.bytes.count)
  promise("a paste goes on or not", whole.isPasting == cut.isPasting)
  promise("more is awaited or not", whole.awaitsMore == cut.awaitsMore)
  promise(
    "cuts change nothing: \(keys) and \(keysOfPieces)",
    keys.flatMap(scalars) == keysOfPieces.flatMap(scalars))
  expectNoKeys(in: input, seed: seed)
  expectLife(in: &whole)
  return 0
}

/// What a terminal answers, with these bytes in it, is no key wherever it is cut.
private func expectNoKeys(in input: FuzzInput, seed: UInt8) {
  let text = input.bytes.filter { (0x20..<0x7F).contains($0) }
  let numbers = input.bytes.filter { (0x30..<0x40).contains($0) }
  let coordinates = input.bytes.filter { (0x20..<0x7F).contains($0) }.prefix(3)
  let report: [UInt8] =
    switch seed % 5 {
    case 0: Array("\u{1B}]".utf8) + text + [0x07]
    case 1: Array("\u{1B}P".utf8) + text + [0x1B, 0x5C]
    case 2: Array("\u{1B}[?".utf8) + numbers + Array("c".utf8)
    case 3: Array("\u{1B}[<".utf8) + numbers + Array("M".utf8)
    default: Array("\u{1B}[M".utf8) + (coordinates + [0x20, 0x20, 0x20]).prefix(3)
    }
  for cut in report.indices.prefix(64) {
    var decoder = KeyDecoder()
    let parts = [Array(report[..<cut]), Array(report[cut...])]
    let keys = parts.flatMap { decoder.decode($0, at: .zero) }
    promise("\(report) cut at \(cut) is no key, but \(keys)", keys.isEmpty)
  }
}

/// Whatever came before, a key that is pressed later is heard.
private func expectLife(in decoder: inout KeyDecoder) {
  _ = decoder.endOfWait()
  _ = decoder.decode([0x6A], at: .seconds(10))
  promise("a later key is heard", decoder.decode([0x6A], at: .seconds(20)) == [.character("j")])
}

private func expectHarmless(_ key: Key) {
  switch key {
  case .character(let character):
    promise(
      "no character is a control",
      character.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
  case .control(let character):
    promise(
      "^\(character) exists",
      character.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
  case .paste(let text): promise("a pasted line ends in LF", !text.utf8.contains(0x0D))
  case .held(let modifiers, let key):
    promise("something is held", !modifiers.isEmpty)
    expectHarmless(key)
  default: break
  }
}

/// A character's scalars, so that a mark that came in a later batch makes no difference.
private func scalars(_ key: Key) -> [String] {
  switch key {
  case .character(let character): character.unicodeScalars.map { String($0) }
  // A mark in a later batch is not held any more.
  case .held(.alt, .character(let character)): ["Alt"] + character.unicodeScalars.map { String($0) }
  default: ["\(key)"]
  }
}
