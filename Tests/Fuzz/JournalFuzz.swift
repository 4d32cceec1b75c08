import Delivery
import Foundation
import JSON
import ViewModel
import WorkOS

@testable import Records

/// Any bytes as a journal, with a line of ours at its end.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = FuzzInput(start, count).bytes
  for line in bytes.split(separator: 0x0A) {
    guard let line = JournalLine(line) else { continue }
    let text = line.text
    expectVisible(text)
    // Text that is JSON is a part of the line only when it is written again.
    let again = JournalLine([UInt8](text.utf8)[...])?.text
    let third = again.flatMap { JournalLine([UInt8]($0.utf8)[...])?.text }
    promise("a line written is read as it was: \(text)", again != nil && third == again)
  }

  let entries = JournalReader.entries(in: bytes)
  promise("a write is counted once", Set(entries.map(\.id)).count == entries.count)
  promise("no more is read than wanted", JournalReader.entries(in: bytes, limit: 1).count <= 1)
  for entry in entries { expectVisible(entry.text) }
  let table = JournalTable(timeZone: .gmt) { $0.unicodeScalars.count }
  promise("an entry is a line", table.lines(entries).count == entries.count)
  for line in table.lines(entries) {
    promise(
      "nothing printed is a control", line.unicodeScalars.allSatisfy { HarmlessText.isHarmless($0) }
    )
  }

  guard !entries.contains(where: { $0.id == ours.write }) else { return 0 }
  let last = JournalReader.entries(in: bytes + [0x0A] + [UInt8](ours.text.utf8)).first
  promise("what comes before a line does not hide it", last?.id == ours.write)
  return 0
}

private func expectVisible(_ text: String) {
  promise("a line is visible ASCII", text.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
  promise(
    "a line is JSON: \(text)", (try? JSONReader.read([UInt8](text.utf8)[...], by: .kept)) != nil)
}

extension HarmlessText {
  fileprivate static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    of(String(scalar)) == String(scalar)
  }
}

private let ours = JournalLine(
  write: UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)),
  time: Date(timeIntervalSince1970: 1_800_000_000),
  event: .intent(
    JournalIntent(
      action: .delete,
      author: JournalAuthor(
        user: "ann", host: "api.workos.com", environment: "live", keyEnding: "x"),
      organizationID: "org_1", name: "Acme", before: RawJSON(#"{"id":"org_1"}"#), change: nil)))
