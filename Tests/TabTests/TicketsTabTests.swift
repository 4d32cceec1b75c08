import Frontend
import Testing
import ViewModel

/// A tab of which no source knows, driven through the whole program.
@ConsoleActor
@Suite(.timeLimit(.minutes(20)))
struct TicketsTabTests {
  private func open(isReadOnly: Bool = false) async throws -> Program {
    let program = try Program(
      tabs: [TicketsTab()], resources: [Tickets()], isReadOnly: isReadOnly)
    await program.until("rows 1–3")
    program.press(.enter, .character("2"))
    await program.until("row 1 of 100 loaded, more below")
    return program
  }

  @Test func `it is opened by its digit, pages on, filters, and says what its keys do`()
    async throws
  {
    let program = try await open()
    defer { program.stop() }
    #expect(program.footer.contains("a open  d close"))
    #expect(!program.footer.contains("praise"))

    program.press(.character("p"))
    #expect(program.screen.contains("is not praised on weekdays."))
    program.press(.character("?"))
    #expect(program.screen.contains("close the ticket, after asking"))
    program.press(.escape, .character("/"))
    program.type("ticket 7")
    program.press(.enter)
    await program.until("of 130 tickets match ticket 7")
    program.press(.escape, .character("G"))
    await program.until("of 130 tickets")
    #expect(KeyMap.standard(with: [TicketsTab()]).markdown.contains("`close-ticket`"))
  }

  @Test func `a ticket is opened by a form, and closed after a question`() async throws {
    let program = try await open()
    defer { program.stop() }

    program.press(.character("a"), .enter)
    #expect(program.screen.contains("Type a subject."))
    program.type("The door is stuck")
    program.press(.enter)
    #expect(program.screen.contains("POST /tickets"))
    program.press(.enter)
    await program.until("The ticket is open.")
    program.press(.character("d"))
    #expect(program.screen.contains("Close this ticket?"))
    program.press(.character("y"))
    await program.until("Closed The door is stuck.")

    let journal = try program.journal
    #expect(
      journal == [
        "add ticket The door is stuck: done", "remove ticket The door is stuck: done",
      ])
  }

  @Test func `a console that only reads shows it, and none of its keys that write`() async throws {
    let program = try await open(isReadOnly: true)
    defer { program.stop() }

    program.press(.character("a"), .character("d"))

    #expect(!program.footer.contains("open"))
    #expect(program.viewModel.console.tabs.form == nil)
    #expect(program.viewModel.console.tabs.asking == nil)
  }
}
