import Testing

@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct SizeTests {
  @Test func `the screen follows the window through every size, and the selection stays`() throws {
    let console = try ConsoleSession()
    console.type("]")
    try console.wait(for: Words.page(2))
    console.type("jj")
    let name = String(console.screen.lines[4].dropFirst(2).prefix(12))
    try console.waitUntilSelected(name)

    for (rows, columns) in [(40, 120), (60, 200), (24, 80), (12, 40), (60, 200), (24, 80)] {
      console.resize(rows: rows, columns: columns)
      try console.session.wait(for: "\(rows)×\(columns) filled") { screen in
        screen.lines[rows - 2].contains(Words.page(2))
          && screen.selectedLine?.contains(name) == true
      }
    }

    #expect(console.screen.unknownSequences == [])
  }

  @Test func `one cell is survived, and the screen comes back`() throws {
    let console = try ConsoleSession()
    console.type("j")
    try console.waitUntilSelected("Acme Corporation")

    console.resize(rows: 1, columns: 1)
    // That it is too small is all there is to say.
    try console.session.wait(for: "the only cell") { $0.screenText == "…" }
    console.resize(rows: 24, columns: 80)

    try console.waitUntilSelected("Acme Corporation")
    #expect(console.quit() == .exited(0))
  }

  @Test func `too small a window says so, and keeps what is typed`() throws {
    let console = try ConsoleSession()
    console.type("a")
    try console.wait(for: Words.newForm)

    console.type("Halfway")
    try console.wait(for: "Halfway")
    console.resize(rows: 6, columns: 30)
    try console.wait(for: Words.tooSmall)
    console.resize(rows: 24, columns: 80)

    try console.wait(for: [Words.newForm, "Halfway"])
  }

  @Test func `the detail comes and goes with the room for it`() throws {
    let console = try ConsoleSession()
    let newest = try console.someoneElse.organization(named: "Northwind Traders")

    #expect(!console.text.contains(newest.id))
    console.resize(rows: 40, columns: 120)
    try console.wait(for: newest.id)
    console.resize(rows: 24, columns: 80)

    try console.waitUntilGone(newest.id)
  }

  @Test func `a delete waits while the window is too small to see it, and that is said`() throws {
    let console = try ConsoleSession("--delete-grace", "60", rows: 40)
    try console.openDeletion(of: DeletingTests.name)
    console.letTheDialogListen()
    console.type("y")
    try console.wait(for: Words.countdown)

    console.resize(rows: 7, columns: 36)
    try console.wait(for: "A delete waits until you can see it.")
    console.resize(rows: 24, columns: 120)
    try console.wait(for: "The screen was too small to see it")

    #expect(console.writes == [])
  }
}
