import ViewModel

/// What is killed in one line can be yanked into another; but never into the name that a question
/// wants typed, as then nobody would have typed it.
extension Workspace {
  mutating func withKills(_ line: inout LineEditor, _ change: (inout LineEditor) -> Void) {
    line.kills = kills
    change(&line)
    kills = line.kills
  }
}
