import Cells
import Foundation
import Frontend
import TestSupport
import Testing
import ViewModel
import WorkOS

/// What goes out was seen, to the last line.
struct ReadingReviewTests {
  @Test func `Enter reads on to the end of a long review before it sends`() {
    var console = Driver.reviewing(metadata: 12)
    var seen = lines(of: console)

    while console.screen.text.contains("Enter reads on") {
      console.press(.enter)
      #expect(console.console.editor.session?.phase == .reviewing)
      seen += lines(of: console)
    }
    console.press(.enter)

    #expect(console.console.editor.session?.phase != .reviewing)
    for key in 0..<12 { #expect(seen.contains { $0.contains("\"key\(key)\"") }, "key\(key)") }
  }

  @Test(arguments: [Key.control("s"), .character("y"), .function(2)])
  func `no key sends what is below the last line on screen`(key: Key) {
    var console = Driver.reviewing(metadata: 12)

    console.press(key)

    #expect(console.console.editor.session?.phase == .reviewing)
  }

  @Test func `the end alone is not all of it`() {
    var console = Driver.reviewing(metadata: 40)

    console.press(.character("G"), .enter)

    #expect(console.console.editor.session?.phase == .reviewing)
    #expect(console.screen.text.contains("Enter reads on"))
  }

  @Test func `a screenful that has just come is as deaf as the question`() {
    var console = Driver.reviewing(metadata: 12)
    console.press(.enter)

    console.pause = .milliseconds(100)
    for _ in 0..<20 { console.press(.enter) }

    #expect(console.console.editor.session?.phase == .reviewing)
  }

  @Test func `at another size it is read anew`() {
    var console = Driver.reviewing(metadata: 12)
    while console.screen.text.contains("Enter reads on") { console.press(.enter) }

    console.rows = 12
    _ = console.screen
    console.press(.enter)

    #expect(console.console.editor.session?.phase == .reviewing)
  }

  @Test func `a name of any length is shown as it is sent`() {
    let name = String(repeating: "Long ", count: 1_900) + "end"
    var console = Driver.listing([Sample.acme], rows: 40, columns: 120)
    console.press(.character("a"), .paste(name), .control("s"))
    #expect(console.pane == .review)

    var seen = lines(of: console).joined()
    while console.screen.text.contains("Enter reads on") {
      console.press(.enter)
      seen += lines(of: console).joined()
    }

    #expect(seen.contains("Long end\""))
    #expect(seen.components(separatedBy: "Long").count > 1_900)
  }

  @Test func `a name longer than anyone reads is not sent`() {
    var console = Driver.listing([Sample.acme])
    console.press(.character("a"), .paste(String(repeating: "n", count: 10_001)), .control("s"))

    #expect(console.pane == .form)
    #expect(console.screen.text.contains("more than 10000 is not sent from here"))
  }

  @Test func `a state that the server never told is not called pending`() {
    var console = Driver.reaching(.rewriting, rows: 40, columns: 120)

    #expect(console.screen.text.contains("umbrella.bare  no state → verified"))
  }

  private func lines(of console: Driver) -> [String] {
    var console = console
    return console.screen.text.split(separator: "\n").map(String.init)
  }
}

extension Driver {
  /// The review of a new organization with so much metadata.
  fileprivate static func reviewing(metadata count: Int) -> Driver {
    var driver = Driver.listing([Sample.acme])
    driver.press(.character("a"))
    driver.type("New")
    driver.press(.down, .down, .down)
    for key in 0..<count {
      driver.press(.enter)
      driver.type("key\(key)")
      driver.press(.tab)
      driver.type("value")
      driver.press(.down)
    }
    driver.press(.control("s"))
    return driver
  }
}
