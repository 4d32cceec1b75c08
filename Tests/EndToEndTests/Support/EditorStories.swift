import Foundation
import Sandbox
import TestSupport
import Testing

/// What stories of editors have in common: a script as an editor, and the form of an organization.
protocol EditorStories {
  var home: TemporaryDirectory { get }
}

extension EditorStories {
  /// The organization whose form is opened.
  static var name: String { "Northwind Traders" }

  /// Saves another name.
  static var renaming: String { "sed -i 's/Northwind Traders/Northwind Ltd/' \"$1\"\n" }

  /// Expects another name in the draft that the console comes back with.
  func expectDraft(in console: ConsoleSession) throws {
    try console.startAgain()
    try console.wait(for: Words.oneDraftFromBefore)
    console.type("D")
    try console.wait(for: [Words.drafts, "Northwind Ltd"])
  }

  /// An editor that changes nothing, and ends at a line.
  static var waiting: String { "echo ready; read line" }

  /// Ends the editor, up to the moment in which the console has the keyboard again.
  func endEditor(in console: ConsoleSession) throws {
    try console.wait(for: "ready")
    console.type("\r")
    try console.session.wait(for: "the form again") {
      $0.isAlternateScreen && $0.screenText.contains(Words.editForm(Self.name))
    }
  }

  /// What editors were given and is still there.
  var leftovers: [String] { home.files.filter { $0.contains("workos-console") } }

  /// A console with the form of the first organization open, whose editor is a script.
  func open(
    with script: String, after options: String..., deleting: Bool = false,
    sandbox: SandboxServer.Configuration = .init(organizations: 120),
    environment: [String: String] = [:]
  ) throws -> ConsoleSession {
    let editor = try command(script)
    let console = try ConsoleSession(
      options: options, sandbox: sandbox,
      environment: variables(["VISUAL": editor]).merging(environment) { $1 })
    if deleting {
      try console.delete(DeletingTests.name)
      console.type("g")
      try console.waitUntilSelected(Self.name)
    }
    console.type("e")
    try console.wait(for: Words.editForm(Self.name))
    return console
  }

  /// A command that runs a script; the script is no program itself, for a process that another test
  /// starts may have it open for writing, so that it could not be executed.
  func command(_ script: String) throws -> String {
    try "/bin/sh " + home.makeFile("editor", script + "\n")
  }

  func variables(_ variables: [String: String]) -> [String: String] {
    ["XDG_RUNTIME_DIR": home.path, "EDITOR": ""].merging(variables) { $1 }
  }
}
