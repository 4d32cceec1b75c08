/// The documentation of the keys, as `keymap.md` holds it.
extension KeyMap {
  package var markdown: String {
    let head = """
      # Keys

      Written by `workos-console keymap`; a test holds the two equal. `^S` is Ctrl and S, `⇧Tab` is
      Shift and Tab. Keys marked **writes** do not exist with `--read-only`. Where a number is typed
      before a movement, it says how often, or which line: `5j`, `10]`, `3G`; `Esc` drops it. There is no
      command line: where letters are keys, those behind a `:` do nothing, up to `Enter`, `Esc` or a second
      without a key, nor do those behind a `/` or another key that could open no line to type them in.

      """
    return head + panes.map(section).joined()
  }

  private func section(of pane: PaneName) -> String {
    var lines = ["", "## \(pane.title)", "", "| Keys | Name | What it does |", "|---|---|---|"]
    lines += bindings(in: pane).map { binding in
      let keys = binding.keys.map { "`\(KeyName.of($0))`" }.joined(separator: " ")
      let writes = binding.writes ? " **writes**" : ""
      return "| \(keys) | `\(binding.action.rawValue)` | \(binding.help)\(writes) |"
    }
    if pane.takesCounts {
      lines.append("| `1` … `9` | | how often: `5j` goes five lines down, `3G` to the third |")
    }
    if pane.takesText { lines.append("| any other character | | is typed |") }
    return lines.joined(separator: "\n") + "\n"
  }
}
