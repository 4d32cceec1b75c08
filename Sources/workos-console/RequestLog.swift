import Delivery
import ViewModel

/// Carries what the transport tells of its requests to the view model.
@ConsoleActor
final class RequestLog {
  weak var viewModel: ConsoleViewModel?

  nonisolated func add(_ request: LoggedRequest) {
    Task { @ConsoleActor in viewModel?.send(.requestLogged(request)) }
  }
}
