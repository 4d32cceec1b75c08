import Foundation

extension SandboxServer {
  /// How a sandbox behaves; everything has a useful default.
  package struct Configuration: Sendable {
    /// The port to listen on; 0 takes a free one.
    package var port: UInt16 = 0
    /// How many made-up organizations there are at the start, at most 100,000.
    package var organizations = 1000
    /// How long every answer is held back.
    package var latency = Duration.zero
    package var faults: [Fault] = []
    package var apiKey = "sk_test_sandbox"
    /// Whether a creation sent twice under one Idempotency-Key is carried out once.
    package var honoursIdempotencyKeys = false
    /// Whether a member can have more than one role.
    package var allowsSeveralRoles = false
    /// How long the verification of a domain takes.
    package var verificationTime = Duration.seconds(5)
    /// Resources beside those of the API, such as one that a test makes up.
    package var resources: [any Resource] = []
    package var limits = Limits()
    package var now: @Sendable () -> Date = { Date() }

    package init(
      port: UInt16 = 0, organizations: Int = 1000, latency: Duration = .zero,
      faults: [Fault] = [], apiKey: String = "sk_test_sandbox",
      honoursIdempotencyKeys: Bool = false
    ) {
      self.port = port
      self.organizations = organizations
      self.latency = latency
      self.faults = faults
      self.apiKey = apiKey
      self.honoursIdempotencyKeys = honoursIdempotencyKeys
    }

    var environment: Environment {
      Environment(allowsSeveralRoles: allowsSeveralRoles, verificationTime: verificationTime)
    }
  }

  /// How much patience the sandbox has with its clients.
  package struct Limits: Sendable {
    package var connections = 64
    /// How long a request may take to arrive, from its first byte.
    package var requestTimeout = Duration.seconds(10)
    /// How long a connection may stay without a request.
    package var idleTimeout = Duration.seconds(120)
    /// How long the client may take no bytes of an answer.
    package var sendTimeout = Duration.seconds(10)

    package init() {}
  }
}
