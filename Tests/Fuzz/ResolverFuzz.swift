import Resolver
import ViewModel

/// Any bytes as the answer of a name server.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let message = FuzzInput(start, count).bytes
  switch SystemResolver.answer(in: message) {
  case .records(let records, let leftOut):
    promise("there is something, or something was left out", !records.isEmpty || leftOut > 0)
    // A name is a byte or more, and the rest of a record ten; no record says more than it is long.
    promise("no more records than have room", records.count * 11 <= message.count)
    promise("nothing is made up", records.allSatisfy { $0.bytes.count <= message.count })
  case .noRecord, .noAnswer: break
  case .noSuchName, .failed, .refused, .cannotTell, .badName:
    promise("bytes alone tell nothing of a name", false)
  }
  return 0
}
