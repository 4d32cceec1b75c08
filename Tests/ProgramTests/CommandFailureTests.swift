import Testing
import WorkOS

@testable import workos_console

/// How a command ends that the server refused.
@Suite(.timeLimit(.minutes(20)))
struct CommandFailureTests {
  @Test func `of one thing that is not there it is told that it may have been deleted`() {
    let failure = CommandFailure(.rejected(.init(status: 404)))

    #expect(failure.status == Ending.notFound)
    #expect(failure.words == "The server does not have this (404). It may have been deleted.")
  }

  @Test func `a list that is not there is refused, and nothing is said of one thing`() {
    let failure = CommandFailure(ofList: .rejected(.init(status: 404, requestID: "req_1")))

    #expect(failure.status == Ending.refused)
    #expect(failure.words == "Not available in this environment (404). [request req_1]")
    #expect(failure.code == "http_404")
  }

  @Test(arguments: [(401, Ending.keyRefused), (403, Ending.refused), (500, Ending.runtimeError)])
  func `a list ends in what it is refused with otherwise`(status: Int, ending: Int32) {
    #expect(CommandFailure(ofList: .rejected(.init(status: status))).status == ending)
  }
}
