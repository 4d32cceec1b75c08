import Cells
import Foundation
import Testing

@testable import Frontend

/// What each style comes to in the palettes that terminals come with.
struct PaletteTests {
  /// What is to be read is in the terminal's own colours, of which no other program knows better.
  @Test func `what is to be read is in the terminal's own two colours, at full strength`() {
    for style in Palette.readable {
      #expect(style.color == .standard)
      #expect(!style.attributes.contains(.dim))
    }
  }

  /// WCAG 2.2 asks for 3 to 1 of what is not text; all of them stand beside words besides.
  @Test(arguments: TerminalPalette.usual)
  func `what is only to be seen is seen on black and on white`(palette: TerminalPalette) {
    for style in Palette.marks where style.color != .standard {
      for background in palette.backgrounds {
        for color in palette.colors(of: style) {
          #expect(
            color.contrast(to: background) >= 3, "\(style) in \(palette.name) on \(background)")
        }
      }
    }
  }

  @Test func `contrast is measured as WCAG does`() {
    #expect(abs(RGB(0x000000).contrast(to: RGB(0xFFFFFF)) - 21) < 0.01)
    // The badge of a test key, as it once was in xterm.
    #expect(RGB(0xFFFF00).contrast(to: RGB(0xFFFFFF)) < 1.08)
    #expect(abs(RGB(0x777777).contrast(to: RGB(0xFFFFFF)) - 4.48) < 0.01)
  }
}

/// The colours that a terminal gives to the names of colours.
struct TerminalPalette: Sendable, CustomTestStringConvertible {
  var name: String
  var red: RGB
  var magenta: RGB
  /// What bold makes of red where it makes anything of it.
  var boldRed: RGB
  /// Whether bold is always the brighter colour.
  var isBoldAlwaysBright = false
  var ownBackgrounds: [RGB] = []

  var testDescription: String { name }

  var backgrounds: [RGB] { [RGB(0x000000), RGB(0xFFFFFF)] + ownBackgrounds }

  /// The colours that a style may come out in; none for one of which there is nothing here.
  func colors(of style: Style) -> [RGB] {
    switch style.color {
    case .red where style.attributes.contains(.bold):
      isBoldAlwaysBright ? [boldRed] : [red, boldRed]
    case .red: [red]
    case .magenta where !style.attributes.contains(.bold): [magenta]
    case .standard, .green, .yellow, .blue, .magenta, .cyan: [RGB(0x808080), RGB(0x000000)]
    }
  }

  static let usual = [
    TerminalPalette(
      name: "xterm", red: RGB(0xCD0000), magenta: RGB(0xCD00CD), boldRed: RGB(0xFF0000)),
    TerminalPalette(
      name: "Linux console", red: RGB(0xAA0000), magenta: RGB(0xAA00AA), boldRed: RGB(0xFF5555),
      isBoldAlwaysBright: true),
    TerminalPalette(
      name: "Tango", red: RGB(0xCC0000), magenta: RGB(0x75507B), boldRed: RGB(0xEF2929)),
    TerminalPalette(
      name: "Solarized", red: RGB(0xDC322F), magenta: RGB(0xD33682), boldRed: RGB(0xCB4B16),
      ownBackgrounds: [RGB(0x002B36), RGB(0xFDF6E3)]),
    TerminalPalette(
      name: "VS Code, dark", red: RGB(0xCD3131), magenta: RGB(0xBC3FBC), boldRed: RGB(0xF14C4C),
      ownBackgrounds: [RGB(0x1E1E1E)]),
    TerminalPalette(
      name: "VS Code, light", red: RGB(0xCD3131), magenta: RGB(0xBC05BC), boldRed: RGB(0xCD3131)),
  ]
}

struct RGB: Sendable, CustomStringConvertible {
  var value: UInt32

  init(_ value: UInt32) {
    self.value = value
  }

  var description: String { "#" + String(value, radix: 16) }

  /// Relative luminance, from 0 for black to 1 for white (WCAG 2.2).
  private var luminance: Double {
    func channel(_ shift: UInt32) -> Double {
      let part = Double(value >> shift & 0xFF) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
  }

  func contrast(to other: RGB) -> Double {
    let (lighter, darker) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (lighter + 0.05) / (darker + 0.05)
  }
}
