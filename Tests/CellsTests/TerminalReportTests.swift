import TestSupport
import Testing

@testable import Cells

/// What a terminal sends of itself is no key, in one piece or in several.
struct TerminalReportTests {
  @Test(arguments: TerminalReports.all)
  func `a report is no key`(report: String) {
    var decoder = KeyDecoder()

    #expect(decoder.decode(Array((report + "j").utf8), at: .zero) == [.character("j")])
  }

  @Test(arguments: TerminalReports.all)
  func `a report cut anywhere is no key`(report: String) {
    let bytes = Array(report.utf8)
    for cut in 1..<bytes.count {
      var decoder = KeyDecoder()

      var keys = decoder.decode(Array(bytes[..<cut]), at: .zero)
      keys += decoder.decode(Array(bytes[cut...]), at: .milliseconds(20))
      keys += decoder.decode([0x6A], at: .milliseconds(20))

      #expect(keys == [.character("j")], "cut after \(cut)")
    }
  }

  @Test(arguments: TerminalReports.all)
  func `a report that comes byte by byte is no key`(report: String) {
    var decoder = KeyDecoder()
    var time = Duration.zero
    var keys: [Key] = []

    for byte in report.utf8 {
      keys += decoder.decode([byte], at: time)
      time += .milliseconds(24)
    }
    keys += decoder.decode([0x6A], at: time)

    #expect(keys == [.character("j")])
  }

  /// Its ESC is then the Escape key; of the rest nothing may be taken for typed letters.
  @Test(
    arguments: TerminalReports.all.filter { report in
      ["\u{1B}]", "\u{1B}[", "\u{1B}P", "\u{1B}_"].contains { report.hasPrefix($0) }
    })
  func `a report whose ESC came long before is no letters`(report: String) {
    for delay in [Duration.milliseconds(30), .milliseconds(400)] {
      var decoder = KeyDecoder()

      var keys = decoder.decode([0x1B], at: .zero) + decoder.endOfWait()
      keys += decoder.decode(Array(report.utf8.dropFirst()), at: delay)
      keys += decoder.decode([0x6A], at: delay)

      #expect(keys == [.escape, .character("j")])
    }
  }

  @Test func `after Escape a person's next key is that key`() {
    for key in "[]OPdy" {
      var decoder = KeyDecoder()

      #expect(decoder.decode([0x1B], at: .zero) + decoder.endOfWait() == [.escape])
      #expect(decoder.decode(Array(String(key).utf8), at: .milliseconds(120)) == [.character(key)])
    }
  }

  @Test func `a string without an end is given up after a while`() {
    var decoder = KeyDecoder()

    #expect(decoder.decode(Array("\u{1B}]11;rgb:dddd".utf8), at: .zero) == [])
    #expect(decoder.decode(Array("d".utf8), at: .milliseconds(400)) == [])
    #expect(decoder.decode(Array("j".utf8), at: .milliseconds(2_400)) == [.character("j")])
  }

  /// A slow line may stall within it; nobody has typed what came before.
  @Test(arguments: [
    ("\u{1B}]11;rgb:", "dddd/eeee/aaaa\u{1B}\\"), ("\u{1B}Pq", "dy\u{1B}\\"),
    ("\u{1B}^h", "dy\u{1B}\\"), ("\u{1B}_G", "dy\u{1B}\\"), ("\u{1B}Xh", "dy\u{9C}"),
    ("\u{1B}[?1", ";2c"), ("\u{1B}[<0;", "3;4M"), ("\u{1B}[M", "ddy"),
  ])
  func `a report that stalls for more than a second is no key`(start: String, rest: String) {
    var decoder = KeyDecoder()

    #expect(decoder.decode(Array(start.utf8), at: .zero) == [])
    #expect(decoder.decode(Array(rest.utf8), at: .milliseconds(1_900)) == [])

    #expect(decoder.decode(Array("j".utf8), at: .milliseconds(1_900)) == [.character("j")])
  }

  @Test(arguments: ["^hello dy", "Xhello dy", "]dy", "Pdy", "_dy"])
  func `a string whose ESC came before is no letters once its end is there`(text: String) {
    var decoder = KeyDecoder()
    #expect(decoder.decode([0x1B], at: .zero) + decoder.endOfWait() == [.escape])

    let keys = decoder.decode(Array("\(text)\u{1B}\\j".utf8), at: .milliseconds(100))

    #expect(keys == [.character("j")])
  }

  @Test func `after Escape several letters that were typed ahead are keys`() {
    for text in ["Xd", "dy", "_d", "Pd"] {
      var decoder = KeyDecoder()
      #expect(decoder.decode([0x1B], at: .zero) + decoder.endOfWait() == [.escape])

      #expect(
        decoder.decode(Array(text.utf8), at: .milliseconds(120)) == text.map { .character($0) })
    }
  }

  @Test func `the time in which keys are dealt with is no pause`() {
    var decoder = KeyDecoder()

    #expect(decoder.decode(Array("\u{1B}]11;rgb:dddd".utf8), at: .zero) == [])
    decoder.rested(at: .seconds(3))
    #expect(decoder.decode(Array("/dy\u{7}j".utf8), at: .seconds(3)) == [.character("j")])
  }

  @Test func `a string without an end is given up when it is too long`() {
    var decoder = KeyDecoder()
    let text = String(repeating: "x", count: KeyDecoder.pasteLimit)

    #expect(decoder.decode(Array("\u{1B}]52;\(text)".utf8), at: .zero).count <= 3)
    #expect(decoder.decode(Array("j".utf8), at: .zero) == [.character("j")])
  }

  @Test func `a string that is broken off ends where another sequence begins`() {
    var decoder = KeyDecoder()

    #expect(decoder.decode(Array("\u{1B}]11;rgb:\u{1B}[A".utf8), at: .zero) == [.up])
    #expect(decoder.decode(Array("\u{1B}]11;rgb:\u{18}j".utf8), at: .zero) == [.character("j")])
    #expect(decoder.decode(Array("\u{1B}[<0;\u{1B}[B".utf8), at: .zero) == [.down])
    #expect(decoder.decode(Array("\u{1B}[3\r".utf8), at: .zero) == [.enter])
  }
}
