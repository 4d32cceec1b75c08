import Foundation
import Sandbox
import TestSupport
import Testing

/// The commands without a screen: `get`, `list` and `create`.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct CommandTests: CommandSuite {
  let place: CommandPlace

  init() throws {
    place = try CommandPlace(organizations: 250)
  }

  @Test func `one organization is printed as the server sent it, or field by field to a person`()
    throws
  {
    let organization = try someoneElse.organization(named: DeletingTests.name)

    let json = try run("get", organization.id)
    let text = try run("get", organization.id, to: "")

    #expect(json.ending == .exited(0))
    #expect(json.outputText.contains(#""id":"\#(organization.id)""#))
    #expect(json.outputText.count(where: \.isNewline) == 1)
    #expect(text.terminalText.contains("name         \(DeletingTests.name)"))
  }

  @Test func `all are listed, over as many pages as it takes, and no more than were wanted`() throws
  {
    let all = try run("list", "--limit", "1000")
    let some = try run("list", "--limit", "120", "--json")
    let found = try run("list", "--search", DeletingTests.name)

    #expect(all.outputText.count(where: \.isNewline) == 250)
    #expect(all.errorText == "")
    #expect(some.outputText.count(where: \.isNewline) == 120)
    #expect(some.errorText.contains("more than these 120"))
    #expect(found.outputText.count(where: \.isNewline) == 1)
    #expect(sandbox.writes.isEmpty)
  }

  @Test func `a table for people, and values for a spreadsheet that takes no formula from them`()
    throws
  {
    #expect(
      try run("create", "--name", #"=HYPERLINK("x"),1"#, "--external-id", "+1").ending == .exited(0)
    )

    let table = try run("list", "--limit", "2", to: "")
    let values = try run("list", "--limit", "1", "--csv")

    #expect(table.terminalText.hasPrefix("ID "))
    let lines = values.outputText.components(separatedBy: "\r\n")
    #expect(lines[0].hasPrefix("id,name,domains,external_id"))
    #expect(lines[1].contains(#","'=HYPERLINK(""x""),1",,'+1,"#))
  }

  @Test func `what was created is printed, and is in the journal`() throws {
    let run = try run(
      "create", "--name", "Zebra Works", "--domain", "Zebra.example", "--external-id", "crm-42",
      "--metadata", "tier=gold", "--json")
    let organization = try someoneElse.organization(named: "Zebra Works")

    #expect(run.ending == .exited(0))
    #expect(run.outputText.contains(#""id":"\#(organization.id)""#))
    #expect(try self.run("get", "ext:crm-42").outputText.contains("zebra.example"))
    let taken = try self.run("get", "ext:#crm-42")
    #expect(taken.outputText.contains("zebra.example"), "\(taken)")
    #expect(taken.errorText.contains("took the external id crm-42 out of “#crm-42”"), "\(taken)")
    let journal = try self.run("journal").outputText
    for word in ["erin", "create", "Zebra Works", organization.id, "done"] {
      #expect(journal.contains(word), "\(word) in \(journal)")
    }
  }

  @Test func `each way to fail has a status of its own, and one line`() throws {
    let gone = try run("get", "org_none", to: "")
    let goneJSON = try run("get", "org_none", "--json")
    _ = try run("create", "--name", "X", "--external-id", "crm-1")
    let refused = try run("create", "--name", "Y", "--external-id", "crm-1", to: "2>errors >output")
    let misused = try run("list", "--limit", "many", to: "")
    let nameless = try run("create", to: "")

    #expect(gone.ending == .exited(4) && gone.isOneLineOfError, "\(gone)")
    #expect(goneJSON.ending == .exited(4) && goneJSON.outputText.isEmpty)
    #expect(goneJSON.errorText.hasPrefix(#"{"error":{"code":""#), "\(goneJSON.errorText)")
    #expect(goneJSON.errorText.contains(#""request_id":"req_"#))
    #expect(refused.ending == .exited(5) && refused.isOneLineOfError, "\(refused)")
    #expect(misused.ending == .exited(2) && misused.isOneLineOfError)
    #expect(nameless.ending == .exited(2) && nameless.isOneLineOfError)
  }

  @Test func `a key that is refused is a status of its own`() throws {
    let run = try ShortRun(
      ["list"], environment: variables.merging(["WORKOS_API_KEY": "sk_test_other"]) { $1 }, in: home
    )

    #expect(run.ending == .exited(3) && run.isOneLineOfError, "\(run)")
  }

  @Test func `who has read enough ends it without a word`() throws {
    let run = try run("list", "--limit", "1000", to: "| head -1 >output")

    #expect(run.outputText.count(where: \.isNewline) == 1)
    #expect(run.errorText == "")
  }

  @Test func `an interrupt ends it, and the journal knows what was sent`() throws {
    try someoneElse.sendsFaults("POST /organizations delay=60s")
    let session = try TerminalSession(
      [ConsoleProgram.path, "create", "--name", "Slow Works"],
      environment: home.environment.merging(variables) { $1 })
    try session.wait(until: "the intent in the journal") {
      home.text(of: "state/workos-console/journal.jsonl").contains("Slow Works")
    }

    session.press(.control("c"))

    #expect(session.waitForEnd() == .signaled(SIGINT))
    #expect(try run("journal").outputText.contains("no outcome"))
  }

  @Test func `a create whose answer is lost is looked for and told, and never sent again`() throws {
    try someoneElse.sendsFaults("POST /organizations drop-after count=1")

    let run = try run("create", "--name", "Lost Works", "--json")

    #expect(run.ending == .exited(1))
    let organization = try someoneElse.organization(named: "Lost Works")
    #expect(run.errorText.contains(#""code":"unknown_outcome""#), "\(run.errorText)")
    #expect(!run.errorText.contains("Try again"), "\(run.errorText)")
    #expect(run.errorText.contains(#""candidates":["\#(organization.id)"]"#), "\(run.errorText)")
    #expect(sandbox.writes.count == 1)
  }

  @Test func `what the server calls taken, and this create has made, is told and not refused`()
    throws
  {
    try someoneElse.sendsFaults("POST /organizations 409 after count=1")

    let run = try run("create", "--name", "Twice Works", "--domain", "twice.example", "--json")
    let journal = try self.run("journal").outputText

    #expect(run.ending == .exited(1))
    let organization = try someoneElse.organization(named: "Twice Works")
    for word in [
      #""code":"unknown_outcome""#, #""candidates":["\#(organization.id)"]"#, "(409)",
      "\(organization.id) is to the letter what was sent, and was created then or since",
    ] {
      #expect(run.errorText.contains(word), "\(word) in \(run.errorText)")
    }
    #expect(sandbox.writes.count == 1)
    #expect(journal.contains("unknown"), "\(journal)")
  }

  @Test func `what was there before is refused, though it is the same to the letter`() throws {
    let old = try someoneElse.organization(named: "Northwind Traders")
    let fields =
      ["--name", old.name, "--external-id", old.externalID ?? ""]
      + old.domains.flatMap { ["--domain", $0.domain] }
      + old.metadata.flatMap { ["--metadata", "\($0.key)=\($0.value)"] }
    let second = try run(["create"] + fields + ["--json"])
    try someoneElse.sendsFaults("POST /organizations 409 count=1")
    let other = try run("create", "--name", "Other Works", "--json")

    #expect(second.ending == .exited(5), "\(second)")
    #expect(second.errorText.contains("external_id_already_used"), "\(second)")
    #expect(other.ending == .exited(5), "\(other)")
    #expect(other.errorText.contains("http_409"), "\(other)")
  }

  @Test func `what was created otherwise than was asked is printed, and is no success`() throws {
    let server = try RawServer { _ in
      #"{"object":"organization","id":"org_1","name":"Zebra","domains":[],"metadata":{}}"#
    }
    defer { server.stop() }
    let run = try ShortRun(
      [
        "create", "--name", "Zebra", "--domain", "zebra.example", "--metadata", "tier=gold",
        "--json",
      ],
      redirections: ">output",
      environment: variables.merging(["WORKOS_API_URL": "http://127.0.0.1:\(server.port)"]) { $1 },
      in: home)

    #expect(run.ending == .exited(1))
    #expect(run.outputText.contains(#""id":"org_1""#))
    for word in ["shown_otherwise", #""created":"org_1""#, "Domain zebra.example, Metadata tier"] {
      #expect(run.errorText.contains(word), "\(run.errorText)")
    }
  }

  @Test func `an id is taken in any case and without its prefix, and another one is explained`()
    throws
  {
    let organization = try someoneElse.organization(named: DeletingTests.name)
    let bare = String(organization.id.dropFirst("org_".count))

    for id in [organization.id.lowercased(), bare, bare.lowercased()] {
      #expect(try run("get", id).outputText.contains(organization.id), "\(id)")
    }
    let external = try run("get", "cust_011203", to: "")
    let members = try run("members", "cust_011203", to: "")
    let gone = try run("get", "org_01HZX5B7Q4P6QWEF0SHE100123", to: "")

    #expect(external.ending == .exited(4), "\(external)")
    #expect(external.errorText.contains("as in ext:cust_011203"), "\(external)")
    #expect(members.errorText.contains("as in ext:cust_011203"), "\(members)")
    #expect(!external.errorText.contains("deleted"), "\(external)")
    let names = try run("list", "--search", "jane@acme.com", to: "")
    #expect(names.errorText.contains("looks for names only"), "\(names)")
    let quoted = try run("list", "--search", "\"\(DeletingTests.name)\"")
    #expect(quoted.outputText.count(where: \.isNewline) == 1, "\(quoted)")
    #expect(quoted.errorText.contains("took the name"), "\(quoted)")
    #expect(!gone.errorText.contains("ext:"), "\(gone)")
  }

  @Test func `the host is taken out of a URL that was given for a domain, and that is told`() throws
  {
    let run = try run(
      "create", "--name", "Nudel", "--domain", "https://www.nudel.example/a", "--json")
    let guess = try self.run("create", "--name", "Nudel", "--domain", "a.example or b.example")

    #expect(run.ending == .exited(0), "\(run)")
    #expect(run.outputText.contains("nudel.example"))
    #expect(!run.outputText.contains("www."))
    #expect(run.errorText.contains("took the domain nudel.example out of"), "\(run)")
    #expect(guess.ending == .exited(2), "\(guess)")
  }

  @Test func `each command has its help`() throws {
    for command in ["get", "list", "create"] {
      let help = try run(command, "--help").outputText
      #expect(help.contains("workos-console \(command)"))
      #expect(try run("help", command).outputText == help)
    }
  }
}
