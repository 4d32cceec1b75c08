import Delivery
import JSON
import ViewModel

extension JournalEntry {
  /// A write with its outcome as one JSON object, on one line of visible ASCII.
  ///
  /// The members are those of the journal's lines, with the id also of what was created, or taken for it;
  /// `outcome` is null when there is none, and `perhaps_twice` is there where it is true.
  package var text: String {
    var object: [JSONValue.Member] = []
    object.add("write", id.uuidString.lowercased())
    object.add("time", Timestamp.text(time))
    var intent = intent
    intent.subject.id = subjectID
    intent.add(to: &object)
    object.add("organization_id", intent.organizationID)
    object.add("name", intent.subject.name)
    if isPerhapsTwice { object.add("perhaps_twice", JSONValue.spelled("true")) }
    var outcomeMembers: [JSONValue.Member] = []
    outcome?.add(to: &outcomeMembers)
    object.add("outcome", outcome == nil ? .null : .object(outcomeMembers))
    return JSONText.text(.object(object))
  }
}
