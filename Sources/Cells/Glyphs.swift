/// The cells a text is drawn as, harmless and in the one form on which all terminals agree.
///
/// Terminals place scalars, not grapheme clusters, and differ on those that make one picture of
/// several scalars. Here, so that columns stay aligned everywhere:
/// - an emoji sequence (ZWJ, skin tone, variation selector, tags) is its first scalar;
/// - a flag is its two letters, a keycap its digit;
/// - a mark is drawn on the cell before it, on a dotted circle when there is none, and the fifth is
///   dropped; a spacing mark (Devanagari vowels and others) has a cell of its own;
/// - C0 controls and DEL are control pictures (`␛`, `␊`);
/// - C1 and bidirectional controls, line separators, annotations, byte order marks, private use and
///   unassigned scalars, and letters that look like nothing are `U+FFFD`;
/// - other format characters draw nothing. Right-to-left letters stay in logical order.
///
/// Text that is longer than any screen needs is not looked at to its end.
struct Glyphs: Sequence, IteratorProtocol {
  /// So many scalars, a few for each cell of the widest row.
  private static let limit = 32_768

  private var scalars: String.UnicodeScalarView.Iterator
  private var following: Unicode.Scalar?

  init(_ text: String) {
    self.init(text[...])
  }

  init(_ text: Substring) {
    // Counting bytes costs nothing; cutting copies.
    let text =
      text.utf8.count > Glyphs.limit
      ? String(text.unicodeScalars.prefix(Glyphs.limit)) : String(text)
    scalars = text.unicodeScalars.makeIterator()
    following = scalars.next()
  }

  /// The next cell, without a style; the second half of a wide character is not delivered.
  mutating func next() -> Cell? {
    while let scalar = following {
      following = scalars.next()
      guard let (cell, takesMarks) = Glyphs.start(with: scalar) else { continue }
      guard takesMarks, let following, following.value >= 0x300 else { return cell }
      return extended(cell, from: scalar)
    }
    return nil
  }

  private static func start(with scalar: Unicode.Scalar) -> (Cell, takesMarks: Bool)? {
    switch ScalarRole(scalar) {
    case .narrow: return (Cell(scalar), true)
    case .wide: return (Cell(scalar, width: 2), true)
    case .replaced(let substitute): return (Cell(substitute), true)
    case .control(let substitute): return (Cell(substitute), false)
    case .skinTone: return (Cell(.replacement), true)
    case .dropped, .invisible, .joiner: return nil
    case .mark, .jamo:
      var cell = Cell("\u{25CC}")
      cell.add(mark: scalar)
      return (cell, true)
    }
  }

  /// Adds the marks that follow, and passes over what belongs to the same picture.
  private mutating func extended(_ start: Cell, from first: Unicode.Scalar) -> Cell {
    var cell = start
    var previous = first
    var isJoined = false
    while let scalar = following {
      switch ScalarRole(scalar) {
      case .mark:
        cell.add(mark: scalar)
        isJoined = false
      case .jamo where Hangul.syllableContinues(from: previous, to: scalar):
        cell.add(mark: scalar)
      case .joiner:
        isJoined = cell.base.isPictograph
      case .skinTone where cell.base.isPictograph:
        isJoined = false
      case .dropped:
        isJoined = false
      case .narrow where isJoined && scalar.isPictograph,
        .wide where isJoined && scalar.isPictograph:
        isJoined = false
      default:
        return cell
      }
      previous = scalar
      following = scalars.next()
    }
    return cell
  }
}
