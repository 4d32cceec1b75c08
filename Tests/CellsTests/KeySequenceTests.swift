import Testing

@testable import Cells

/// Which key a control sequence is.
struct KeySequenceTests {
  @Test(arguments: [
    ("[A", Key.up), ("OB", .down), ("[C", .right), ("OD", .left), ("[H", .home), ("OF", .end),
    ("[1~", .home), ("[7~", .home), ("[4~", .end), ("[8~", .end), ("[2~", .insert),
    ("[3~", .delete), ("[5~", .pageUp), ("[6~", .pageDown), ("[Z", .backTab), ("OP", .function(1)),
    ("[11~", .function(1)), ("[15~", .function(5)), ("[17~", .function(6)), ("[21~", .function(10)),
    ("[24~", .function(12)), ("[[A", .function(1)), ("[[E", .function(5)), ("[R", .function(3)),
  ])
  func `keys are known by what most terminals send`(sequence: String, key: Key) {
    #expect(decode(sequence) == [key])
  }

  @Test(arguments: [
    ("[1;5D", Key.held(.control, .left)), ("[1;3C", .held(.alt, .right)),
    ("[1;2A", .held(.shift, .up)), ("[1;8B", .held([.shift, .alt, .control], .down)),
    ("[3;5~", .held(.control, .delete)), ("[3;3~", .held(.alt, .delete)),
    ("[1;5H", .held(.control, .home)), ("[1;2P", .held(.shift, .function(1))),
    ("[15;5~", .held(.control, .function(5))), ("[5D", .held(.control, .left)),
    ("O5D", .held(.control, .left)), ("O1;5P", .held(.control, .function(1))),
    ("Od", .held(.control, .left)), ("[d", .held(.shift, .left)), ("[3^", .held(.control, .delete)),
    ("[3$", .held(.shift, .delete)), ("[3@", .held([.control, .shift], .delete)),
    ("[1;1A", .up), ("[1;65A", .up), ("[1;133D", .held(.control, .left)),
  ])
  func `what is held is told apart`(sequence: String, key: Key) {
    #expect(decode(sequence) == [key])
  }

  @Test(arguments: [
    ("[97;5u", Key.control("a")), ("[97;3u", .alt("a")), ("[97u", .character("a")),
    ("[97:65;2u", .character("A")), ("[97;2u", .character("A")), ("[233;1u", .character("é")),
    ("[27u", .escape), ("[13u", .enter), ("[13;5u", .held(.control, .enter)), ("[9;2u", .backTab),
    ("[127u", .backspace), ("[127;5u", .held(.control, .backspace)), ("[32;5u", .control(" ")),
    ("[97;1:1u", .character("a")), ("[1;1:2A", .up), ("[57404u", .character("5")),
    ("[57414u", .enter), ("[57417u", .left), ("[57416u", .character(",")),
    ("[27;5;97~", .control("a")), ("[27;3;13~", .held(.alt, .enter)),
    ("[27;6;97~", .held(.shift, .control("a"))),
  ])
  func `kitty's keys and those of modifyOtherKeys are known`(sequence: String, key: Key) {
    #expect(decode(sequence) == [key])
  }

  /// The program itself switches the keypad to this mode.
  @Test func `the keypad in application mode is read in full`() {
    let sent = "jklmnopqrstuvwxyMXI ".map { "O\($0)" }

    #expect(
      sent.flatMap(decode)
        == "*+,-./0123456789".map { .character($0) } + [
          .enter, .character("="), .tab, .character(" "),
        ])
  }

  @Test(arguments: [
    "[1;9D", "[97;9u", "[97;1:3u", "[1;5:3D", "[57358u", "[57441u", "[25~", "[1;5dx", "[E", "OE",
    "[1;2;3A", "[99~", "[0~", "[~", "[;u", "[1114112u", "[55296u", "[99999999999999999999u",
    "[27;5~", "[>1;2A", "[1 q", "[1!p",
  ])
  func `what is not known is no key`(sequence: String) {
    #expect(decode(sequence).allSatisfy { $0 == .character("x") })
  }

  @Test func `the terminal's own keys come first`() {
    let table = KeyTable([
      ("\u{1B}A", .up), ("\u{1B}P", .function(1)), ("\u{1B}?p", .character("0")),
      ("\u{1B}[224z", .function(1)), ("\u{1B}[M", .function(2)), ("\u{8}", .left),
    ])
    var decoder = KeyDecoder(table: table)

    let keys = decoder.decode(
      Array("\u{1B}A\u{1B}P\u{1B}?p\u{1B}[224z\u{1B}[Mx\u{8}\u{1B}\u{1B}A\u{1B}?qj".utf8), at: .zero
    )

    #expect(
      keys == [
        .up, .function(1), .character("0"), .function(1), .function(2), .character("x"),
        .backspace, .alt(.up), .character("q"), .character("j"),
      ])
  }

  private func decode(_ sequence: String) -> [Key] {
    var decoder = KeyDecoder()
    return decoder.decode(Array("\u{1B}\(sequence)".utf8), at: .zero)
  }
}
