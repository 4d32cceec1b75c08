import Delivery
import Foundation
import Testing
import WorkOS

/// Which requests may leave, and when.
@Suite(.timeLimit(.minutes(20)))
struct PacerTests {
  private var pacer = Pacer()
  private let start = Date.start

  @Test mutating func `a single request leaves at once, whatever it is`() {
    for traffic in [
      Traffic.reads, .writes, .userReads, .userWrites, .organizationDeletes, .roleWrites("org_1"),
      .directoryUserReads("directory_1"), .directorySyncs("directory_1"),
    ] {
      let ticket = pacer.enter(traffic, .byHand)

      #expect(pacer.departures(at: start).tickets == [ticket])
    }
  }

  @Test mutating func `of organizations fifty are deleted in a minute`() {
    let tickets = (0..<51).map { _ in pacer.enter(.organizationDeletes, .bulk) }

    let first = pacer.departures(at: start)
    #expect(first.tickets == Array(tickets.prefix(50)))
    #expect(first.next == start.addingTimeInterval(60))
    #expect(pacer.departures(at: start.addingTimeInterval(59.9)).tickets == [])
    #expect(pacer.departures(at: start.addingTimeInterval(60)).tickets == [tickets[50]])
  }

  @Test mutating func `what is asked for by hand goes before what is read ahead`() {
    let running = pacer.enter(.roleWrites("org_1"), .byHand)
    _ = pacer.departures(at: start)
    let ahead = pacer.enter(.roleWrites("org_1"), .ahead)
    let byHand = pacer.enter(.roleWrites("org_1"), .byHand)

    pacer.ended(running, with: nil, at: start)
    #expect(pacer.departures(at: start).tickets == [byHand])

    pacer.ended(byHand, with: nil, at: start)
    #expect(pacer.departures(at: start).tickets == [ahead])
  }

  @Test mutating func `roles of one organization are written one after another`() {
    let first = pacer.enter(.roleWrites("org_1"), .byHand)
    let second = pacer.enter(.roleWrites("org_1"), .byHand)
    let elsewhere = pacer.enter(.roleWrites("org_2"), .byHand)

    #expect(pacer.departures(at: start).tickets == [first, elsewhere])
    pacer.ended(first, with: .status(409), at: start)
    #expect(pacer.departures(at: start).tickets == [second])
  }

  @Test mutating func `when the server asks to wait, new requests of the kind wait too`() {
    let refused = pacer.enter(.reads, .byHand)
    _ = pacer.departures(at: start)
    pacer.ended(refused, with: .status(429, retryAfter: 8), at: start)

    let read = pacer.enter(.reads, .byHand)
    let write = pacer.enter(.writes, .byHand)

    let departures = pacer.departures(at: start.addingTimeInterval(1))
    #expect(departures.tickets == [write])
    #expect(departures.next == start.addingTimeInterval(8))
    #expect(pacer.departures(at: start.addingTimeInterval(8)).tickets == [read])
  }

  @Test mutating func `how long one directory is not read again holds nothing else back`() {
    let refused = pacer.enter(.directorySyncs("directory_1"), .byHand)
    _ = pacer.departures(at: start)
    pacer.ended(refused, with: .status(429, retryAfter: 300), at: start)

    let tickets = [
      Traffic.writes, .directorySyncs("directory_2"), .directorySyncs("directory_1"),
    ].map { pacer.enter($0, .byHand) }

    #expect(pacer.departures(at: start).tickets == tickets)
    #expect(pacer.heldUntil(.directorySyncs("directory_1")) == nil)
  }

  @Test mutating func `the users of one directory are read four times in a second`() {
    let tickets = (0..<5).map { _ in pacer.enter(.directoryUserReads("directory_1"), .byHand) }
    let elsewhere = pacer.enter(.directoryUserReads("directory_2"), .byHand)

    #expect(pacer.departures(at: start).tickets == Array(tickets.prefix(4)) + [elsewhere])
    #expect(pacer.departures(at: start.addingTimeInterval(1)).tickets == [tickets[4]])
  }

  @Test mutating func `after too many requests they go one at a time, then more and more`() {
    let refused = pacer.enter(.reads, .byHand)
    _ = pacer.departures(at: start)
    pacer.ended(refused, with: .status(429), at: start)
    let tickets = (0..<4).map { _ in pacer.enter(.reads, .byHand) }

    #expect(pacer.departures(at: start).tickets == [tickets[0]])
    pacer.ended(tickets[0], with: nil, at: start)
    #expect(pacer.departures(at: start).tickets == Array(tickets[1...2]))
    pacer.ended(tickets[1], with: nil, at: start)
    #expect(pacer.departures(at: start).tickets == [tickets[3]])
  }

  @Test mutating func `what did not leave can be taken back`() {
    let first = pacer.enter(.roleWrites("org_1"), .byHand)
    let second = pacer.enter(.roleWrites("org_1"), .byHand)
    _ = pacer.departures(at: start)

    let wasUnderway = !pacer.leave(first)
    let wasWaiting = pacer.leave(second)

    #expect(wasUnderway && wasWaiting)
    pacer.ended(first, with: nil, at: start)
    #expect(pacer.departures(at: start).tickets == [])
  }

  @Test(arguments: [
    (APIRequest(.delete, ["organizations", "org_1"]), Traffic.organizationDeletes),
    (APIRequest(.put, ["organizations", "org_1"]), .writes),
    (APIRequest(.get, ["organizations"]), .reads),
    (APIRequest(.get, ["user_management", "users"]), .userReads),
    (APIRequest(.post, ["user_management", "organization_memberships"]), .userWrites),
    (
      APIRequest(.delete, ["authorization", "organizations", "org_1", "roles", "admin"]),
      .roleWrites("org_1")
    ),
    (APIRequest(.post, ["directories", "directory_1", "sync"]), .directorySyncs("directory_1")),
    (APIRequest(.delete, ["directories", "directory_1"]), .writes),
    (
      APIRequest(
        .get, ["directory_users"], parameters: [.init("directory", ["directory_1"])]),
      .directoryUserReads("directory_1")
    ),
  ])
  func `each request is counted with its like`(request: APIRequest, traffic: Traffic) {
    #expect(Traffic(request) == traffic)
  }
}
