import Foundation

@testable import Sandbox

/// Any text as a fault, and what the fault makes of a page.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = FuzzInput(start, count)
  if let value = try? JSONParser.parse(input.bytes) {
    var writer = JSONWriter(capacity: count)
    writer.value(value)
    promise("JSON is written as it was read", (try? JSONParser.parse(writer.bytes)) == value)
  }
  let fault: Fault
  do throws(FaultSyntaxError) {
    fault = try Fault(parsing: input.text)
  } catch {
    promise("a refusal says why", !error.description.isEmpty)
    return 0
  }

  promise("a delay is no more than an hour", (.zero ... .seconds(3600)).contains(fault.delay))
  promise("a count is left", fault.count.map { $0 > 0 } ?? true)
  promise("a rate is a percentage", fault.rate.map { (0...100).contains($0) } ?? true)
  let answer = fault.reachesAPI ? fault.spoil(page, to: request) : fault.answer
  promise("an answer has a status", (200...599).contains(answer.response.status))
  return 0
}

private let request = HTTPRequest(
  method: "GET", path: "/organizations", segments: ["organizations"],
  query: [QueryItem(name: "after", value: "org_1")], headers: [], body: [], keepsAlive: true)

private let page = HTTPResponse.json(
  200,
  Array(
    #"{"data":[{"id":"org_1","name":"Acme","domains":[]}],"list_metadata":{"after":null}}"#.utf8))
