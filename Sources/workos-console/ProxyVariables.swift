import Foundation
import WorkOS

/// The environment's proxies, which Foundation and libcurl read by themselves.
enum ProxyVariables {
  private static let names = ["http_proxy", "https_proxy", "all_proxy"]

  /// Goes without a proxy from here on; to be called before there is a second thread.
  ///
  /// A proxy may be used only by what it cannot read. Plain http, which is for this machine alone,
  /// would show it the API key.
  static func forget() {
    for name in names {
      unsetenv(name)
      unsetenv(name.uppercased())
    }
  }

  /// Foundation would print each request, API key and all, to standard error.
  static func forgetTracing() {
    unsetenv("URLSessionDebugLibcurl")
    unsetenv("URLSessionDebug")
  }
}
