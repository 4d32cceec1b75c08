import Cells
import Delivery
import Testing
import ViewModel

@testable import Frontend

/// The table of keys, as a table.
@Suite(.timeLimit(.minutes(20)))
struct KeyMapTests {
  private let map = KeyMap.standard

  @Test(arguments: PaneName.standard)
  func `no key has two meanings in a pane`(pane: PaneName) {
    let keys = map.bindings(in: pane).flatMap(\.keys)

    #expect(Set(keys).count == keys.count)
  }

  @Test(arguments: PaneName.standard)
  func `every binding has a key, and is for a pane`(pane: PaneName) {
    #expect(!map.bindings(in: pane).isEmpty)
    #expect(map.bindings.allSatisfy { !$0.keys.isEmpty })
    #expect(map.bindings.allSatisfy { PaneName.standard.contains(where: $0.panes.contains) })
  }

  @Test(arguments: PaneName.standard)
  func `every pane can be left, and the program from every pane`(pane: PaneName) {
    #expect(map.action(for: .control("c"), in: pane) == .quit)
    #expect(pane == .list || map.action(for: .escape, in: pane) == .back)
  }

  @Test(arguments: PaneName.standard.filter(\.takesText))
  func `no letter is a key where one types`(pane: PaneName) {
    let letters = map.bindings(in: pane).flatMap(\.keys).filter {
      if case .character = $0 { true } else { false }
    }

    #expect(letters.isEmpty)
  }

  @Test func `a map that only reads has no key that writes`() {
    let writing: Set<Action> = [
      .add, .edit, .delete, .undo, .save, .accept, .pressButton, .removeRow, .toggleDomainState,
      .finishThenQuit, .discardDraft, .chooseMine, .chooseTheirs,
    ]

    #expect(map.readOnly.bindings.allSatisfy { !$0.writes && !writing.contains($0.action) })
  }

  @Test(arguments: PaneName.standard)
  func `help and the way out are always in the footer`(pane: PaneName) {
    let bound = map.bindings(in: pane).map(\.action)
    var driver = Driver.reaching(pane)

    let footer = driver.screen.text(ofRow: 23)

    #expect(bound.contains(.help) ? footer.contains("help") : true)
    #expect(footer.contains("Esc") || footer.contains("q quit"))
  }

  @Test(arguments: PaneName.standard, [40, 60, 80, 100, 120])
  func `the footer cuts no word`(pane: PaneName, columns: Int) {
    var driver = Driver.reaching(pane, columns: columns)
    let titles = Set(
      map.bindings(in: pane).flatMap { "\(KeyName.of($0.keys[0])) \($0.title)".words }
        + (pane == .filter ? ["external", "id"] + Inquiry.Field.allCases.map(\.rawValue) : [])
        + ["read", "on"])

    let footer = driver.screen.text(ofRow: 23)

    #expect(DisplayWidth.of(footer) <= columns - 1)
    #expect(footer.words.filter { $0 != "/" }.allSatisfy(titles.contains))
  }

  @Test(arguments: KeyMap.standard.bindings.map(\.help))
  func `what a key does fits the help's box`(help: String) {
    #expect(!help.isEmpty)
    #expect(!help.hasSuffix("."))
    #expect(DisplayWidth.of(help) <= 200)
  }

  @Test func `each binding and each pane is in the document`() {
    let document = map.markdown

    #expect(PaneName.standard.allSatisfy { document.contains("## \($0.title)\n") })
    #expect(map.bindings.allSatisfy { document.contains("`\($0.action.rawValue)`") })
  }

  @Test(arguments: PaneName.standard)
  func `every key in the table does something`(pane: PaneName) {
    for binding in map.bindings(in: pane) {
      for key in binding.keys {
        #expect(
          Driver.situations(for: pane).contains { $0.reacts(to: key) },
          "\(KeyName.of(key)) (\(binding.action.rawValue)) does nothing in \(pane)")
      }
    }
  }
}

extension String {
  fileprivate var words: [String] { split(separator: " ").map(String.init) }
}

extension Driver {
  /// States of a pane in which, taken together, each of its keys has something to do.
  fileprivate static func situations(for pane: PaneName) -> [Driver] {
    let rows = pane == .help || pane == .json || pane == .review || pane == .detail ? 9 : 24
    var moved = Driver.reaching(pane, rows: rows)
    var further: [Driver] = []
    switch pane {
    case .list:
      moved.press(.character("G"), .character("]"))
      moved.answerPage(Sample.many(30, from: 50))
      moved.press(.pageDown)
      var matching = moved
      matching.press(.character("/"))
      matching.type("acme")
      matching.press(.tab)
      var deleting = Driver.reaching(.deletion)
      deleting.press(.character("y"))
      return [.reaching(pane), moved, matching, deleting]
    case .detail:
      moved.press(.down, .down)
      var second = Driver.reaching(.list, rows: rows)
      second.press(.down, .enter)
      return [.reaching(pane, rows: rows), moved, second]
    case .filter:
      moved.type("a c")
      moved.press(.left)
      var first = Driver.reaching(.filter)
      first.type("c")
      var second = first
      second.press(.pageDown)
      var again = Driver.reaching(.list)
      again.press(.character("/"), .character("c"), .tab, .character("/"), .character("d"))
      var earlier = again
      earlier.press(.up)
      moved.press(.control("w"))
      return [moved, first, second, again, earlier]
    case .naming:
      moved.type("Gl y x")
      moved.press(.left, .control("w"))
      var right = Driver.reaching(.naming)
      right.type("Globex")
      return [moved, right]
    case .losing:
      moved.type("umbrella y x")
      moved.press(.left, .control("w"))
      var right = Driver.reaching(.losing)
      right.type("umbrella.com")
      return [moved, right]
    case .finding:
      var second = Driver.reaching(.finding)
      second.press(.down)
      return [moved, second]
    case .form:
      moved.press(.left, .character(" "), .character("x"), .left, .alt("d"))
      moved.type("y z")
      moved.press(.left)
      var domain = Driver.reaching(.form)
      domain.press(.down, .down, .down)
      return [.reaching(pane), moved, domain, .takenExternalID()]
    case .conflict:
      var second = Driver.conflicting()
      second.press(.down)
      var decided = Driver.conflicting()
      decided.press(.character("m"), .character("m"))
      return [.conflicting(), second, decided]
    case .quitting:
      var deleting = Driver.reaching(.deletion)
      deleting.press(.character("y"), .character("q"))
      var finishing = deleting
      finishing.press(.character("s"))
      return [moved, deleting, finishing]
    case .json:
      var top = Driver.listing([Sample.full], rows: rows)
      top.press(.character("J"))
      moved = top
      moved.press(.down, .down)
      var found = top
      found.press(.character("/"))
      found.type("domain")
      found.press(.enter)
      return [top, moved, found]
    case .overlaySearch:
      moved.type("do x do")
      moved.press(.left, .left, .control("w"))
      var again = moved
      again.press(.enter, .character("/"), .character("d"))
      var earlier = again
      earlier.press(.up)
      return [.reaching(pane), moved, again, earlier]
    case .signInEmail:
      moved.type("do x do")
      moved.press(.left, .left, .control("w"))
      return [.reaching(pane), moved]
    case .help, .review, .journal, .requests, .drafts, .person, .signIn:
      moved.press(.down, .down)
      if [.journal, .requests, .drafts].contains(pane) { further = [.reaching(pane, rows: 8)] }
      if pane == .journal {
        let other = JournalAuthor(
          user: "erin", host: "api.workos.com", environment: "test", keyEnding: "oth3")
        moved.send(
          .journal(
            .read(
              .success(Sample.journal + [Sample.entry(7, .delete, Sample.acme, nil, by: other)]))))
      }
    default: break
    }
    return [.reaching(pane, rows: rows), moved] + further
  }

  /// Whether a key changes anything: on screen, in the console, or beyond.
  fileprivate func reacts(to key: Key) -> Bool {
    var before = self
    var after = self
    after.press(key)
    return before.screen != after.screen || console != after.console
      || questions != after.questions || commands != after.commands
      || after.pane != pane
  }
}
