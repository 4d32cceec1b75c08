/// A value that is to change, by the field it is of; nil where there is no value.
package struct Difference<Field: Equatable & Sendable>: Equatable, Sendable {
  package var field: Field
  package var old: String?
  package var new: String?

  package init(field: Field, old: String?, new: String?) {
    self.field = field
    self.old = old
    self.new = new
  }
}

/// What changes about an organization.
package typealias FieldDifference = Difference<EditableField>

/// What changes about a row of a tab, by a label.
package typealias TabChange = Difference<String>

extension TabChange {
  /// An empty text is no value.
  package init(_ label: String, _ old: String, _ new: String) {
    self.init(field: label, old: old.isEmpty ? nil : old, new: new.isEmpty ? nil : new)
  }
}
