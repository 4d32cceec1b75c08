import Delivery
import JSON
import ViewModel
import WorkOS

@testable import Sandbox

/// A tab that a test declares, of a resource that the test adds to the sandbox: no source knows of it.
struct TicketsTab: Tab {
  let id = "tickets"
  let title = "Tickets"
  let words = TabWords(one: "ticket", many: "tickets", empty: "Nobody has opened a ticket.")
  let columns = [TabColumn("Subject", .name), TabColumn("State", .state)]

  struct Body: Decodable, Equatable { var id, subject: String }

  static func row(_ ticket: Received<Body>) -> TabRow {
    TabRow(
      id: ticket.item.id, name: ticket.item.subject,
      cells: [.text(ticket.item.subject), .state("open", .good)],
      agreed: [TabFact("Subject", ticket.item.subject)], json: ticket.json)
  }

  func page(of organization: WorkOS.Organization.ID, _ page: PageRequest) -> Call<
    WorkOS.Page<TabRow>
  > {
    APIRequest(.get, ["tickets"], parameters: page.parameters + page.cursorParameters)
      .page(of: Body.self).map { $0.map(Self.row) }
  }

  static func find(_ id: String) -> Call<TabRow?> {
    APIRequest(.get, ["tickets", id]).item(of: Body.self).map { row($0) }.ifNotFound(nil)
  }

  var actions: [TabAction] {
    [
      TabAction("open-ticket", "a", "open", "open a ticket") { _ in
        let field = TabField("subject", "Subject", .text { $0.isEmpty ? "Type a subject." : nil })
        return .form(
          TabForm(title: "Open a ticket", fields: [field]) { values in
            let body = JSONValue.object([
              .init(key: "subject", value: .string(values.text("subject")))
            ])
            return TabWrite(
              .add, "ticket", values.text("subject"),
              call: APIRequest(.post, ["tickets"], body: body.raw).item(of: Body.self)
                .map { Self.row($0) },
              check: Self.find("none"), changes: [TabChange("Subject", "", values.text("subject"))],
              isDone: { $0 != nil }, done: "The ticket is open.")
          })
      },
      TabAction("close-ticket", "d", "close", "close the ticket, after asking") { row, _ in
        .write(
          TabWrite(
            .remove, "ticket", row.name, id: row.id,
            call: Call<Bool>(APIRequest(.delete, ["tickets", row.id])).map { _ in nil },
            check: Self.find(row.id), before: row,
            questions: [TabQuestion("Close this ticket?", ["It is answered."], accept: "Close")],
            waits: true, isDone: { $0 == nil }, done: "Closed \(row.name)."))
      },
      TabAction(
        "praise-ticket", "p", "praise", "praise the ticket",
        rowHindrance: { "\($0.name) is not praised on weekdays." }, rowLead: { _, _ in nil }),
    ]
  }
}

struct Tickets: Resource, StoredState {
  struct Ticket: Listed {
    static let prefix: StaticString = "ticket_"
    var id: ULID
    var subject: String

    func write(to writer: inout JSONWriter) {
      writer.object {
        $0.member("id", id, prefix: Self.prefix)
        $0.member("subject", subject)
      }
    }
  }

  var all = (1...130).map { Ticket(id: ULID(value: UInt128($0)), subject: "Ticket \($0)") }

  var endpoints: [Endpoint] {
    [
      .get("/tickets") { visit, store throws(APIProblem) in
        Outcome(try visit.paging(Ticket.self, named: "ticket").page(of: store[Tickets.self].all))
      },
      .get("/tickets/{id}") { visit, store throws(APIProblem) in
        let ticket = store[Tickets.self].all.first { $0.idText == visit.parameter("id") }
        guard let ticket else { throw .entityNotFound("Ticket", visit.parameter("id")) }
        return Outcome(200, ticket)
      },
      .post("/tickets") { visit, store throws(APIProblem) in
        var body = try BodyReader(visit, .fields)
        let subject = body.text("subject")
        try body.finish()
        let ticket = Ticket(id: store.makeID(at: visit.now), subject: subject)
        store[Tickets.self].all.append(ticket)
        return Outcome(201, ticket)
      },
      .delete("/tickets/{id}") { visit, store throws(APIProblem) in
        store[Tickets.self].all.removeAll { $0.idText == visit.parameter("id") }
        return .empty(204, subject: visit.parameter("id"))
      },
    ]
  }
}
