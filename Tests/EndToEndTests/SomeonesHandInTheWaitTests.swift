import Testing

/// A write that has to wait, and someone else who is faster: nothing of theirs is lost.
@Suite(.timeLimit(.minutes(20)), .onOwnThreads)
struct SomeonesHandInTheWaitTests {
  @Test(arguments: ["429 retry-after=2", "503 retry-after=2"])
  func `a save that waits does not write over what someone set meanwhile`(fault: String) throws {
    let console = try ConsoleSession(rows: 40)
    let id = try console.someoneElse.organization(named: "Northwind Traders").id
    console.type("e")
    try console.wait(for: Words.editForm("Northwind Traders"))
    console.press(.tab)
    console.type("-mine")
    try console.wait(for: "-mine")
    try console.someoneElse.sendsFaults("PUT /organizations/* \(fault) count=1")

    try console.save(after: Words.editReview("Northwind Traders"))
    try console.wait(for: Words.retrying)
    try console.someoneElse.changes(id, #"{"external_id":"theirs"}"#)

    try console.wait(for: Words.conflict)
    #expect(try console.someoneElse.organization(id).externalID == "theirs")
  }

  @Test(arguments: ["429 retry-after=2", "503 retry-after=2"])
  func `an organization that someone renames in the wait is not deleted`(fault: String) throws {
    let console = try ConsoleSession("--delete-grace", "0", rows: 40)
    let id = try console.someoneElse.organization(named: DeletingTests.name).id
    try console.someoneElse.sendsFaults("DELETE /organizations/* \(fault) count=1")

    try console.delete(DeletingTests.name)
    try console.wait(for: Words.retrying)
    try console.someoneElse.changes(id, #"{"name":"Important"}"#)

    try console.wait(for: fault.hasPrefix("429") ? Words.changedMeanwhile : "it is another by now")
    #expect(try console.someoneElse.organization(id).name == "Important")
  }

  @Test func `a delete that waits is taken back, and never sent again`() throws {
    let console = try ConsoleSession("--delete-grace", "0", rows: 40)
    let id = try console.someoneElse.organization(named: DeletingTests.name).id
    try console.someoneElse.sendsFaults("DELETE /organizations/* 429 retry-after=2 count=1")

    try console.delete(DeletingTests.name)
    try console.wait(for: Words.retrying)
    console.type("z")

    try console.wait(for: "will not be deleted")
    try console.waitUntilGone(Words.retrying)
    #expect(console.writes == ["DELETE 429"])
    #expect(try console.someoneElse.organization(id).name == DeletingTests.name)
  }
}
