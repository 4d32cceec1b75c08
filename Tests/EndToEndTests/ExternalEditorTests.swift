import Foundation
import Sandbox
import TestSupport
import Testing

/// The form in an editor of one's own: here a shell script, which is given the terminal.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct ExternalEditorTests: EditorStories {
  let home: TemporaryDirectory

  init() throws {
    home = try TemporaryDirectory()
  }

  @Test func `what an editor writes is reviewed and saved like typing`() throws {
    let console = try open(with: "sed -i 's/Northwind Traders/Northwind Ltd/' \"$1\"")
    let before = try console.someoneElse.organization(named: Self.name)

    console.press(.control("o"))
    try console.wait(for: [Words.takenOver, "Northwind Ltd"])
    try console.save(after: "\"name\": \"Northwind Ltd\"")
    try console.wait(for: "\(Words.saved)Northwind Ltd")

    var expected = before
    expected.name = "Northwind Ltd"
    #expect(try console.someoneElse.organization(before.id) == expected)
    #expect(leftovers == [])
  }

  @Test func `what is wrong in it is marked at its field`() throws {
    let console = try open(
      with: "printf '{\"name\":\"\",\"domain_data\":[{\"domain\":\"https://a.example\"}]}' >\"$1\"")

    console.press(.control("o"))

    try console.wait(for: [Words.takenOver, Words.nameMissing, Words.domainInvalid])
    #expect(console.writes == [])
  }

  @Test func `an unchanged text does nothing`() throws {
    let console = try open(with: Self.waiting)

    console.press(.control("o"))
    try endEditor(in: console)
    console.type("!")
    try console.wait(for: "\(Self.name)!")
    console.press(.escape)
    try console.wait(for: Words.draftKept)

    #expect(!console.text.contains(Words.takenOver))
    #expect(leftovers == [])
  }

  @Test func `what cannot be read is opened again, and survives Esc and kill -9`() throws {
    let script = """
      if grep -q broken "$1"; then echo '{"name": "Mended"}' >"$1"
      else echo '{"name": "broken"' >"$1"; fi
      """
    let console = try open(with: script)
    console.press(.control("o"))
    try console.wait(for: [Words.notTakenOver, "line 2", Self.name])
    console.press(.escape)
    try console.wait(for: Words.draftKept)
    console.session.terminal.send(signal: SIGKILL)
    _ = console.session.waitForEnd()

    try console.startAgain()
    try console.wait(for: Words.oneDraftFromBefore)
    console.type("e")
    try console.goOnWithDraft()
    try console.wait(for: Words.notTakenOver)
    console.press(.control("o"))

    try console.wait(for: [Words.takenOver, "Mended"])
    #expect(leftovers == [])
  }

  @Test(arguments: [
    ("exit 1", "failed (status 1)", []), ("rm \"$1\"", "No such file", []),
    ("ln -sf /etc/hostname \"$1\"", "has become a symbolic link", ["organization.json"]),
    ("rm \"$1\"; mkfifo \"$1\"", "no text of at most", ["organization.json"]),
    (
      "mv \"$1\" \"$1~\"; head -c 9000000 /dev/zero >\"$1\"", "no text of at most",
      ["organization.json", "organization.json~"]
    ),
  ])
  func `nothing is taken over from an editor that fails, and what it left stays`(
    script: String, words: String, left: [String]
  ) throws {
    let console = try open(with: "sed -i 's/Northwind/Changed/' \"$1\"\n\(script)")

    console.press(.control("o"))
    try console.wait(for: [words, Self.name])

    #expect(!console.text.contains("Changed"))
    #expect(leftovers.map { URL(filePath: $0).lastPathComponent }.sorted() == left)
    let text = console.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(left.isEmpty || text.contains("what the editor left is in"))
  }

  @Test(arguments: ["no-such-editor", "no-such-editor --wait", "no-such-editor '-u x'"])
  func `an editor that is not there is named, with what to set`(editor: String) throws {
    let console = try ConsoleSession(environment: variables(["VISUAL": editor]))
    console.type("e")
    try console.wait(for: Words.editForm(Self.name))

    console.press(.control("o"))

    try console.wait(for: ["There is no editor", "set VISUAL or EDITOR"])
    #expect(leftovers == [])
  }

  @Test(arguments: [
    (["VISUAL": "%", "EDITOR": "false"], ["organization.json"]),
    (["VISUAL": " ", "EDITOR": "%"], ["organization.json"]),
    (["VISUAL": "% -u NONE"], ["-u", "NONE", "organization.json"]),
    (["VISUAL": "% '-c set ft=json'"], ["-c set ft=json", "organization.json"]),
  ])
  func `VISUAL comes before EDITOR, and either may have arguments`(
    editors: [String: String], arguments: [String]
  ) throws {
    let script = try command("for each; do basename -- \"$each\"; done >'\(home.path)/given'")
    let console = try ConsoleSession(
      environment: variables(editors.mapValues { $0.replacing("%", with: script) }))
    console.type("e")
    try console.wait(for: Words.editForm(Self.name))

    console.press(.control("o"))

    try console.wait(until: "the editor to have run") {
      home.text(of: "given").split(separator: "\n").map(String.init) == arguments
    }
  }

  @Test func `an editor is told no API key, and only the person may read its file`() throws {
    let key = "sk_test_Zq7vN3kXw9Lr2Tb8Hd5Y"
    let console = try open(
      with: """
        tr '\\0' '\\n' </proc/self/environ >'\(home.path)/told'
        stat -c %a "$1" "$(dirname "$1")" >'\(home.path)/modes'
        echo done >'\(home.path)/ran'
        """,
      sandbox: .init(organizations: 120, apiKey: key), environment: ["COPY_OF_KEY": "Bearer \(key)"]
    )

    console.press(.control("o"))
    try console.wait(until: "the editor to have run") { home.text(of: "ran") == "done\n" }

    #expect(home.text(of: "told").contains("HOME="), "it has an environment")
    #expect(!home.text(of: "told").contains("Zq7vN3kXw9Lr2Tb8"))
    #expect(!home.text(of: "told").contains("WORKOS_API_KEY"))
    #expect(home.text(of: "modes") == "600\n700\n")
  }

  @Test func `an editor has the terminal as the shell left it, and the console takes it again`()
    throws
  {
    let console = try open(
      with: "stty -a; echo ready; read line; echo \"$line\" >'\(home.path)/line'")

    console.press(.control("o"))
    try console.wait(for: "ready")
    #expect(!console.screen.isAlternateScreen)
    #expect(!console.screen.pastesAreBracketed)
    #expect(console.screen.cursorIsVisible)
    #expect(console.text.contains(" icanon") && console.text.contains(" echo "))
    console.resize(rows: 40, columns: 100)
    console.type("typed there\rxyz")
    try console.wait(for: Words.editForm(Self.name))
    try console.session.wait(for: "the whole screen") { $0.isAlternateScreen }

    #expect(home.text(of: "line") == "typed there\n")
    try console.session.wait(for: "40 rows") {
      $0.lines[39].contains("^S") || $0.lines[38].contains("^S")
    }
    #expect(!console.text.contains("xyz"))
    #expect(console.screen.pastesAreBracketed)
    #expect(!console.text.contains("Tradersx"))
  }

  @Test func `what is typed right behind the key is not typed into the form`() throws {
    let console = try open(with: Self.waiting)

    console.press(.control("o"), .character("Q"), .character("Q"))
    try endEditor(in: console)
    console.press(.tab)
    try console.waitUntilFocused("External id")

    #expect(!console.text.contains("QQ"))
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `what was saved in an editor outlives a console that is ended meanwhile`(
    signal: Int32
  ) throws {
    let console = try open(with: Self.renaming + Self.waiting)
    console.press(.control("o"))
    try console.wait(for: "ready")

    console.session.terminal.send(signal: signal)

    #expect(console.session.waitForEnd() == .signaled(signal))
    #expect(leftovers == [], "it is in the draft")
    try expectDraft(in: console)
  }

  @Test func `what was saved in an editor outlives its terminal`() throws {
    let console = try open(with: Self.renaming + Self.waiting)
    console.press(.control("o"))
    try console.wait(for: "ready")

    console.session.terminal.hangUp()

    _ = console.session.waitForEnd()
    try expectDraft(in: console)
    #expect(leftovers == [])
  }

  @Test func `what was saved in an editor outlives the editor`() throws {
    let console = try open(with: Self.renaming + "kill -KILL $$")

    console.press(.control("o"))

    try console.wait(for: [Words.takenOver, "Northwind Ltd"])
    #expect(leftovers == [])
  }

  @Test func `an editor that will not be ended is killed, and what it saved is kept`() throws {
    let console = try open(
      with: "trap '' TERM HUP\n" + Self.renaming + "echo ready; while :; do read line || :; done")
    console.press(.control("o"))
    try console.wait(for: "ready")

    console.session.terminal.send(signal: SIGTERM)

    #expect(console.session.waitForEnd() == .signaled(SIGTERM))
    try expectDraft(in: console)
  }

  @Test func `what an editor keeps of an unsaved text when it is ended stays, and is told`() throws
  {
    let console = try open(
      with: """
        trap 'echo typed >"$(dirname "$1")/.organization.json.swp"; exit 1' TERM
        echo ready; read line
        """)
    console.press(.control("o"))
    try console.wait(for: "ready")

    console.session.terminal.send(signal: SIGTERM)

    #expect(console.session.waitForEnd() == .signaled(SIGTERM))
    #expect(leftovers.contains { $0.hasSuffix("/.organization.json.swp") })
    #expect(!leftovers.contains { $0.hasSuffix("/organization.json") })
    #expect(console.text.contains("unsaved text of the editor"))
  }

  @Test
  func `an editor with a window elsewhere is said to be one, and what it saves is taken over`()
    throws
  {
    let console = try open(with: "echo \"$1\" >'\(home.path)/file'")

    console.press(.control("o"))
    try console.wait(for: ["came back at once", "code --wait"])
    let file = home.text(of: "file").trimmingCharacters(in: .newlines)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    console.press(.tab)
    console.type("crm-9")
    try console.wait(for: "crm-9")
    try text.replacing("Northwind Traders", with: "Northwind Ltd")
      .write(toFile: file, atomically: true, encoding: .utf8)
    console.press(.tab)

    try console.wait(for: [Words.takenOver, "Northwind Ltd", "crm-9"])
    console.press(.escape)
    try console.wait(for: Words.draftKept)
    #expect(leftovers == [])
  }

  @Test func `an editor that leaves nothing changes nothing, and that is said`() throws {
    let console = try open(with: ": >\"$1\"")

    console.press(.control("o"))
    try console.wait(for: ["The file was empty", Self.name])

    #expect(leftovers == [])
  }

  @Test func `no editor opens while a delete waits, and the delete is not sent unseen`() throws {
    let console = try open(
      with: ": >'\(home.path)/ran'", after: "--delete-grace", "60", deleting: true)

    console.press(.control("o"))
    try console.wait(for: Words.editorHasToWait)

    #expect(!home.files.contains("ran"))
    #expect(console.writes == [])
  }
}
