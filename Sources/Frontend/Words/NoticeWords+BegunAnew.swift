import ViewModel

extension NoticeWords {
  /// That what counted down waits anew, as nobody could see it.
  func begunAnew(
    _ queued: Notice.Queued, _ reason: Notice.Unseen, canBeTakenBack: Bool
  ) -> String {
    let why =
      switch reason {
      case .stopped: "The program was stopped"
      case .screenTooSmall: "The screen was too small to see it"
      }
    let (what, isOne) =
      switch queued {
      case .deletes(1): ("the delete", true)
      case .deletes(let count): ("\(count) deletes", false)
      case .change(let verb, let name):
        (
          "\(TabNoticeWords.doing(verb)) \(ListWords.quoted(AddressWords.readable(name)))", true
        )
      case .several(let count): ("\(count) changes", false)
      }
    // What may have been carried out is not taken back by z, only not sent again.
    let undo =
      canBeTakenBack
      ? isOne ? "z undoes it." : "z undoes one." : isOne ? "z stops it." : "z stops them."
    return "\(why), so \(what) \(isOne ? "waits" : "wait") again from the start. \(undo)"
  }
}
