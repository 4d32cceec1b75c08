import Delivery
import Foundation
import WorkOS

/// Secrets, from the answer that tells one until it is closed.
extension OrganizationTabs {
  /// The one whose dialog is open.
  package var secret: TabSecretSession? { secrets.first }

  mutating func readSecret(_ what: String, _ call: Call<TabSecret>, _ turn: inout Turn) {
    stopReadingSecret(&turn)
    let pending = turn.ask(call, for: .tabs) {
      .tab(.answered($0, $1.map(TabAnswer.secret)))
    }
    secretReading = TabSecretReading(pending: pending, what: what)
  }

  /// Whether the answer was for this.
  mutating func takeSecret(
    _ id: RequestID, _ result: Result<TabAnswer, WorkOSError>, _ turn: inout Turn
  ) -> Bool {
    guard let reading = secretReading, reading.pending.id == id else { return false }
    secretReading = nil
    switch result {
    case .success(.secret(let secret)): show([secret], &turn)
    case .success: break
    case .failure(let error): turn.notice = .tab(.watchFailed("Not read: \(reading.what)", error))
    }
    return true
  }

  /// Opens the dialogs of what an answer has told, one after another.
  mutating func show(_ new: [TabSecret], _ turn: inout Turn) {
    secrets += new.map { TabSecretSession($0, at: turn.now) }
  }

  mutating func showOrHideSecret() { changeSecret { $0.isShown.toggle() } }

  /// Takes in that a clipboard has a value; that may come once its dialog is closed, and be no news of
  /// the next one.
  mutating func secretWasCopied(_ value: TabSecret.Value) {
    guard secret?.secret.values.contains(value) == true else { return }
    changeSecret {
      $0.isCopied = true
      $0.isClosing = false
    }
  }

  /// Closes the dialog; one that nobody has copied or can show again asks first.
  mutating func closeSecret() {
    guard let secret else { return }
    if secret.isAtStake, !secret.isClosing {
      changeSecret { $0.isClosing = true }
    } else {
      secrets.removeFirst()
    }
  }

  /// Whether leaving now would lose what nobody has, which is asked about once.
  mutating func asksAboutSecret() -> Bool {
    guard let secret, secret.isAtStake, !secret.isClosing else { return false }
    changeSecret { $0.isClosing = true }
    return true
  }

  private mutating func changeSecret(_ change: (inout TabSecretSession) -> Void) {
    if !secrets.isEmpty { change(&secrets[0]) }
  }

  /// Drops those whose time is over.
  mutating func endSecrets(_ turn: inout Turn) {
    for session in secrets {
      guard let end = session.ends, end <= turn.now, let clock = session.secret.clock else {
        continue
      }
      turn.notice = .tab(.watched(clock.ending))
    }
    secrets.removeAll { session in session.ends.map { $0 <= turn.now } ?? false }
  }

  /// What can be read again is gone with the rows that it belongs to.
  mutating func wipeSecrets(_ turn: inout Turn) {
    stopReadingSecret(&turn)
    secrets.removeAll { !$0.secret.isShownOnce }
  }

  private mutating func stopReadingSecret(_ turn: inout Turn) {
    if let reading = secretReading { turn.cancel(reading.pending) }
    secretReading = nil
  }

  /// What is being read, with the words for it.
  package var secretBeingRead: (what: String, pending: Pending)? {
    secretReading.map { ($0.what, $0.pending) }
  }
}
