import Foundation

/// The calls the console makes, each one request on the transport.
package struct WorkOSClient: Sendable {
  /// Where to call and as whom.
  package struct Configuration: Sendable {
    package var baseURL: URL
    package var apiKey: APIKey

    package init(baseURL: URL, apiKey: APIKey) {
      self.baseURL = baseURL
      self.apiKey = apiKey
    }
  }

  private let configuration: Configuration
  private let transport: any HTTPTransport

  package init(configuration: Configuration, transport: any HTTPTransport) {
    self.configuration = configuration
    self.transport = transport
  }
}
