@testable import Cells

/// Any bytes from the terminal, cut into batches; some stand for keys and the marks of a paste.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  var input = FuzzInput(start, count)
  let seed = input.choice()
  var whole = KeyDecoder()
  var cut = KeyDecoder()
  let keys = whole.decode(input.bytes.map(terminalInput))
  let keysOfPieces = input.pieces(seed: seed).flatMap { cut.decode($0.map(terminalInput)) }

  for key in keys + keysOfPieces { expectHarmless(key) }
  promise("a key takes a byte", keys.count <= input.bytes.count)
  // Esc is a key when nothing follows at once, so the cuts matter to it by design.
  if !input.bytes.contains(0x1B) {
    promise("a paste goes on or not", whole.isPasting == cut.isPasting)
    promise(
      "cuts lose nothing: \(keys) and \(keysOfPieces)",
      keys.flatMap(scalars) == keysOfPieces.flatMap(scalars))
  }
  return 0
}

/// Bytes that are in no UTF-8 stand for what ncurses recognises.
private func terminalInput(_ byte: UInt8) -> TerminalInput {
  switch byte {
  case 0xFF: .pasteBegin
  case 0xFE: .pasteEnd
  case 0xFD: .key(.up)
  case 0xFC: .key(.function(5))
  default: .byte(byte)
  }
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
      character.isASCII && character.unicodeScalars.allSatisfy { (0x20..<0x7F).contains($0.value) })
  case .paste(let text): promise("a pasted line ends in LF", !text.utf8.contains(0x0D))
  default: break
  }
}

/// A character's scalars, so that a mark that came in a later batch makes no difference.
private func scalars(_ key: Key) -> [String] {
  guard case .character(let character) = key else { return ["\(key)"] }
  return character.unicodeScalars.map { String($0) }
}
