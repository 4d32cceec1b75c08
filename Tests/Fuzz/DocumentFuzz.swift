import Foundation

@testable import ViewModel

/// Any bytes as what an editor leaves of a form.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = FuzzInput(start, count)
  let edited = EditedDocument(opened: "", bytes: input.bytes)
  var draft = Draft()
  let lines = edited.text.unicodeScalars.count { $0 == "\n" } + 1
  do throws(DocumentProblem) {
    draft.apply(try FormDocument(reading: edited.text, for: draft))
    let isJSON = (try? JSONSerialization.jsonObject(with: Data(draft.documentText.utf8))) != nil
    promise("the form is JSON", isJSON)
    let before = draft
    draft.apply(try FormDocument(reading: draft.documentText, for: draft))
    promise("a form comes back as it was", draft == before)
  } catch {
    promise("the line is one of the text", (1...lines).contains(error.line ?? 0))
  }
  return 0
}
