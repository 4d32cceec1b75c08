import Testing

@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct DeletionOutcomeTests {
  private let name = DeletingTests.name

  @Test func `what someone else deleted first is told as already gone`() throws {
    let console = try ConsoleSession("--delete-grace", "2", rows: 40)
    let id = try console.someoneElse.organization(named: name).id
    try console.delete(name)
    try console.wait(for: "deleting in")

    try console.someoneElse.deletes(id)
    try console.wait(for: Words.alreadyGone)

    try console.waitUntilSelected("Café Lumière")
    #expect(console.writes == ["DELETE 202"])
  }

  @Test func `what someone else changed in the grace time is not deleted`() throws {
    let console = try ConsoleSession("--delete-grace", "2", rows: 40)
    let id = try console.someoneElse.organization(named: name).id
    try console.delete(name)
    try console.wait(for: "deleting in")

    try console.someoneElse.changes(id, #"{"name":"Important now"}"#)
    try console.wait(for: Words.changedMeanwhile)

    try console.waitUntilSelected("Important now")
    #expect(console.writes == ["PUT 200"])
    #expect(try console.someoneElse.organization(id).name == "Important now")
  }

  @Test func `what is gone when the dialog opens is not asked about`() throws {
    let console = try ConsoleSession(rows: 40)
    let id = try console.someoneElse.organization(named: name).id
    try console.waitUntilSelected("Northwind")
    try console.someoneElse.deletes(id)

    console.type("jjjjjd")
    try console.wait(for: "no longer exists")

    try console.waitUntilGone(Words.deletion)
    #expect(console.writes == ["DELETE 202"])
  }

  @Test(arguments: [(403, Words.rejected(403)), (422, "Validation failed")])
  func `a delete that is refused says why, and the row is back`(
    status: Int, reason: String
  ) throws {
    let console = try ConsoleSession("--delete-grace", "0", rows: 40, columns: 160)
    try console.someoneElse.sendsFaults("DELETE \(status)")

    try console.delete(name)
    try console.wait(for: [Words.notDeleted, reason])

    try console.waitUntilSelected(name)
    #expect(console.writes == ["DELETE \(status)"])
  }

  @Test func `a delete the server failed at is read back, and the row is back`() throws {
    let console = try ConsoleSession("--delete-grace", "0", rows: 40)
    try console.someoneElse.sendsFaults("DELETE 501")

    try console.delete(name)
    try console.wait(for: Words.stillExists)

    try console.waitUntilSelected(name)
    #expect(console.writes == ["DELETE 501"])
  }

  @Test func `a delete the server failed at for a moment is sent again`() throws {
    let console = try ConsoleSession("--delete-grace", "0", rows: 40)
    try console.someoneElse.sendsFaults("DELETE 500 count=1")

    try console.delete(name)
    try console.wait(for: "\(Words.deleted)\(name)")

    #expect(console.writes == ["DELETE 500", "DELETE 202"])
  }

  @Test func `a delete whose answer was lost is told as deleted`() throws {
    let console = try ConsoleSession("--delete-grace", "0", rows: 40)
    let id = try console.someoneElse.organization(named: name).id
    try console.someoneElse.sendsFaults("DELETE drop-after count=1")

    try console.delete(name)
    try console.wait(for: "\(Words.deleted)\(name)")

    #expect(console.sandbox.writes.first?.isApplied == true)
    #expect(try console.someoneElse.send("GET", "/organizations/\(id)").status == 404)
    try console.waitUntilSelected("Café Lumière")
  }
}
