import Cells

/// The keys of the domain doctor.
extension KeyMap {
  static let doctor: [KeyBinding] = [
    KeyBinding(
      .verifyDomain, [.character("v")], in: [.doctor], "have it verified",
      "have WorkOS look for the record, and wait for it", writes: true, footer: 10),
    KeyBinding(
      .copyForCustomer, [.character("y")], in: [.doctor], "copy for customer",
      "copy a short text that says which record is to be added, and how", footer: 11),
    KeyBinding(
      .refresh, [.character("r"), .control("r")], in: [.doctor], "look again",
      "look in DNS once more", footer: 12),
    KeyBinding(
      .back, [.escape, .character("q"), .character("t")], in: [.doctor], "close",
      "close; what is waited for goes on", footer: 90),
    KeyBinding(
      .help, [.character("?"), .function(1)], in: [.doctor], "help", "the keys of this pane",
      footer: 95),
  ]
}
