import ViewModel

/// What in the state panes are open because of, so that a key need not ask each closed one.
///
/// A pane that is open because of something else holds that itself, and was put there or was open before.
struct PaneCauses: OptionSet, Sendable {
  let rawValue: Int

  /// It may be open whatever the state is.
  static let always = PaneCauses(rawValue: 1)
  /// An organization is open.
  static let detail = PaneCauses(rawValue: 2)
  /// A tab has something laid over its rows.
  static let tab = PaneCauses(rawValue: 4)
  /// The form of an organization is open, or what follows it.
  static let form = PaneCauses(rawValue: 8)
  /// It is asked whether something may be deleted.
  static let deletion = PaneCauses(rawValue: 16)
  /// Something is said of a person, or a person is asked for.
  static let answers = PaneCauses(rawValue: 32)
  /// A draft was found, or something is to be created again.
  static let records = PaneCauses(rawValue: 64)
  /// A line of records has led on, or was come back to.
  static let trail = PaneCauses(rawValue: 256)
  /// The person wants to quit.
  static let quitting = PaneCauses(rawValue: 128)
}

extension PaneCauses {
  /// Those there are in a state, which an initializer would be given a copy of.
  static func of(_ console: Console) -> PaneCauses {
    var causes = PaneCauses.always
    if console.detail.isOpen { causes.insert(.detail) }
    if console.tabs.form != nil || console.tabs.asking != nil || console.tabs.secret != nil
      || console.tabs.doctor != nil || !console.tabs.references.isEmpty
    {
      causes.insert(.tab)
    }
    if console.editor.session != nil { causes.insert(.form) }
    if console.deletions.dialog != nil { causes.insert(.deletion) }
    if console.answers.person != nil || console.answers.signIn != nil
      || console.answers.asking != nil
    {
      causes.insert(.answers)
    }
    if console.drafts.found != nil || console.tabs.found != nil || console.restoring != nil {
      causes.insert(.records)
    }
    if console.stepsBack > 0 || console.recordsReturnedTo != nil { causes.insert(.trail) }
    if console.quitting != .no { causes.insert(.quitting) }
    return causes
  }
}
