import Foundation

@testable import Sandbox

/// Any bytes on a connection to the sandbox, in one piece and in several.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  var input = FuzzInput(start, count)
  let seed = input.choice()
  let whole = Reading([input.bytes[...]])
  let cut = Reading(input.pieces(seed: seed))
  promise("cuts make no difference: \(whole) and \(cut)", whole == cut)

  var service = SandboxService(organizations: 3)
  for request in whole.requests {
    let answer = service.answer(request, at: Date(timeIntervalSince1970: 1_800_000_000))
    promise("every request has an answer", (200...599).contains(answer.response.status))
    for header in answer.response.headers {
      promise(
        "no header can end early: \(header)",
        (header.name + header.value).utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
    }
  }
  return 0
}

/// What a parser made of the pieces.
private struct Reading: Equatable {
  var requests: [HTTPRequest] = []
  var rejection: RequestRejection?

  init(_ pieces: [ArraySlice<UInt8>]) {
    var parser = RequestParser()
    for piece in pieces {
      parser.append(piece)
      do throws(RequestRejection) {
        while let request = try parser.next() { requests.append(request) }
      } catch {
        rejection = error
        return
      }
    }
  }
}
