import ViewModel

/// Carries what the transport tells of its requests to the view model.
@MainActor
final class RequestLog {
  weak var viewModel: ConsoleViewModel?

  nonisolated func add(_ request: LoggedRequest) {
    Task { @MainActor in viewModel?.send(.requestLogged(request)) }
  }
}
