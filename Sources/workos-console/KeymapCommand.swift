import Frontend
import ViewModel

/// `workos-console keymap`: the documentation of the keys, out of the table that makes them work.
enum KeymapCommand {
  static var document: String { KeyMap.standard(with: Tabs.all).markdown }
}
