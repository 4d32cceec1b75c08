/// The documentation of the keys, as `keymap.md` holds it.
extension KeyMap {
  package var markdown: String {
    let head = """
      # Keys

      Written by `workos-console keymap`; a test holds the two equal. `^S` is Ctrl and S, `⇧Tab` is
      Shift and Tab. Keys marked **writes** do not exist with `--read-only`.

      """
    return head + Pane.allCases.map(section).joined()
  }

  private func section(of pane: Pane) -> String {
    var lines = ["", "## \(pane.title)", "", "| Keys | Name | What it does |", "|---|---|---|"]
    lines += bindings(in: pane).map { binding in
      let keys = binding.keys.map { "`\(KeyName.of($0))`" }.joined(separator: " ")
      let writes = binding.writes ? " **writes**" : ""
      return "| \(keys) | `\(binding.action.rawValue)` | \(binding.help)\(writes) |"
    }
    if pane.takesText { lines.append("| any other character | | is typed |") }
    return lines.joined(separator: "\n") + "\n"
  }
}
