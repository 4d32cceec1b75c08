import Foundation
import FoundationNetworking
import Testing

@testable import WorkOS

/// What libcurl says of a proxy comes as a text with an unknown error's code.
struct ProxyErrorTests {
  @Test(arguments: [
    ("Could not resolve proxy: proxy.example", "it could not be found"),
    ("Received HTTP code 407 from proxy after CONNECT", "it asks for a login, 407"),
    ("Received HTTP code 403 from proxy after CONNECT", "it answered 403"),
    ("CONNECT tunnel failed, response 502", "it answered 502"),
    ("Can't complete SOCKS5 connection to api.example. (1)", "its answer is not one of SOCKS"),
    ("Unable to receive initial SOCKS5 response.", "its answer is not one of SOCKS"),
  ])
  func `what is wrong with a proxy is said in words`(text: String, words: String) {
    let error = URLError(.unknown, userInfo: [NSLocalizedDescriptionKey: text])

    let transport = TransportError(error, host: "api.example", idleLimit: 15, hasResponse: false)

    guard case .proxyFailed(let detail) = transport else {
      Issue.record("\(transport)")
      return
    }
    #expect(detail.hasPrefix(words))
    #expect(!detail.hasSuffix("."))
  }
}
