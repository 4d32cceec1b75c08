import Records

extension JournalCommand {
  /// `workos-console paths`: where the files are, whether they are there yet or not.
  static func paths(in directory: StateDirectory) -> String {
    HarmlessText.of("journal  \(directory.journal)") + "\n"
      + HarmlessText.of("drafts   \(directory.drafts)")
  }
}

extension StateDirectory {
  init(environment: [String: String]) throws(Refusal) {
    let directory = StateDirectory(
      stateHome: environment["XDG_STATE_HOME"], home: environment["HOME"])
    guard let directory else {
      throw Refusal("nowhere to keep the journal: \(StateDirectory.missing)")
    }
    self = directory
  }
}
