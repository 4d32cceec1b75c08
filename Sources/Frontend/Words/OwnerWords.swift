import ViewModel
import WorkOS

/// Who has what a server refused as another organization's.
enum OwnerWords {
  /// As far as the server told, below the field that was refused.
  ///
  /// - Parameter key: the name of the key that goes there.
  static func line(for look: NeighbourLook, _ key: String?, _ scene: Scene) -> TextLine {
    TextLine(spans: [Span("  " + sentence(for: look, key ?? "", scene))], indent: 2)
  }

  private static func sentence(
    for look: NeighbourLook, _ key: String, _ scene: Scene
  ) -> String {
    if let pending = look.pending {
      return scene.awaiting(pending, "Asking the server who has it…")
    }
    if let failure = look.failure {
      return "Who has it could not be asked: \(ErrorWords.sentence(failure))"
    }
    guard let owner = look.organizations.first else {
      return "The server shows no other organization that has it."
    }
    let others = look.organizations.count - 1
    let more = others == 0 ? "" : others == 1 ? ", and one more" : ", and \(others) more"
    return
      "\(ListWords.quoted(owner.name)) has it\(more). \(key) goes there; what you typed is kept."
  }
}
