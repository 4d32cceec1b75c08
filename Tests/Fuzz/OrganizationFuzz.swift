import Foundation
import JSON

@testable import WorkOS

/// Any bytes as the body of a list or of one organization.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let body = Data(FuzzInput(start, count).bytes)
  if let organization = try? Organization(decoding: body) {
    expectKept(organization)
  }
  if let page = try? Page<Organization>(decoding: body) {
    for organization in page.items { expectKept(organization) }
    promise("a cursor says something", page.before != "" && page.after != "")
  }
  expectIndented(RawJSON(bytes: body))
  return 0
}

/// An organization's own bytes are that organization and nothing else.
private func expectKept(_ organization: Organization) {
  let again = try? Organization(decoding: organization.json)
  promise("the bytes kept are the organization: \(organization.json.text)", again == organization)
  expectIndented(organization.json)
}

private func expectIndented(_ json: RawJSON) {
  let indented = json.indented()
  promise("indenting moves white space alone", solid(indented) == solid(json.text))
  promise("indenting twice changes nothing more", RawJSON(indented).indented() == indented)
}

private func solid(_ text: String) -> [Unicode.Scalar] {
  text.unicodeScalars.filter { ![" ", "\n", "\r", "\t"].contains($0) }
}
