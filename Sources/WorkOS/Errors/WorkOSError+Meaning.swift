import Foundation

extension WorkOSError {
  /// Whether a write that ended so may have been carried out all the same.
  package var leavesWriteUnknown: Bool {
    switch self {
    case .transport(let error):
      switch error {
      case .hostNotFound, .connectionRefused, .secureConnectionFailed, .certificateUntrusted,
        .redirectRefused, .authenticationChallenged, .addressUnusable, .heldBack:
        false
      case .cancelled, .timedOut, .connectionLost, .bodyTooLarge, .encodingRefused, .proxyFailed,
        .other:
        true
      }
    case .rejected(let rejection):
      rejection.status >= 500 || rejection.status == 408
    case .undecodable:
      true
    }
  }

  package var isUnauthorized: Bool {
    switch self {
    case .rejected(let rejection): rejection.status == 401
    case .transport(.authenticationChallenged(let status)): status == 401
    case .transport, .undecodable: false
    }
  }

  /// Whether the request did not arrive, or the server counts too many of them.
  package var wasNotLookedAt: Bool {
    switch self {
    case .transport: !leavesWriteUnknown
    case .rejected(let rejection): rejection.status == 429
    case .undecodable: false
    }
  }

  /// Whether the request did not leave, as the server had asked another one to wait.
  package var isToAnother: Bool {
    if case .rejected(let rejection) = self { rejection.isToAnother } else { false }
  }

  /// Whether what was asked for is not there for this key: 403 or 404.
  package var isNotAvailable: Bool {
    guard case .rejected(let rejection) = self else { return false }
    return [403, 404].contains(rejection.status)
  }

  package var isNotFound: Bool {
    if case .rejected(let rejection) = self { rejection.status == 404 } else { false }
  }

  package var saysTaken: Bool {
    if case .rejected(let rejection) = self { rejection.saysTaken } else { false }
  }
}

extension WorkOSError.Rejection {
  /// Whether it is about something that is there already: another's, or what the very same request has
  /// made, where somebody on the way sent it twice.
  package var saysTaken: Bool {
    let words = [code, message] + fieldErrors.map { $0.code ?? $0.message }
    switch status {
    case 409: return true
    case 400, 422:
      return words.compactMap(\.self).contains {
        $0.localizedStandardContains("already") || $0.contains("taken")
      }
    default: return false
    }
  }
}
