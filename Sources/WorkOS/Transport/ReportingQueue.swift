import Foundation

/// Runs what a session has to report at once, on the queue of the session's own work.
///
/// So a session cannot run ahead of whoever it reports to, however fast its server sends; and who
/// is told on that queue can make it rest. (An operation queue is `Sendable` without being checked,
/// which a subclass has to repeat; this one adds nothing that could be shared.)
final class ReportingQueue: OperationQueue, @unchecked Sendable {
  override func addOperation(_ block: @escaping @Sendable () -> Void) {
    block()
  }
}
