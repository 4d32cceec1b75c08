import Foundation
import TestSupport
import Testing

/// A server whose certificate a private authority has signed.
@Suite(
  .timeLimit(.minutes(20)), .onOwnThreads,
  .enabled(if: hasTLSTools, "there is no openssl, or no python3")
)
struct PrivateAuthorityTests {
  @Test(arguments: ["", "SSL_CERT_FILE=authority.crt CURL_CA_BUNDLE=authority.crt"])
  func `a certificate that nobody vouches for is refused, with what to do`(variables: String) throws
  {
    let console = try ConsoleSession(
      rows: 30, script: Self.withTLS("\(variables) \"$0\" \"$@\""), waitsForList: false)

    try console.wait(for: [
      "this machine does not trust", "/usr/local/share/ca-certificates",
      "update-ca-certificates",
    ])
    #expect(!console.text.contains("Northwind"))
  }

  @Test(.enabled(if: Self.mayMount, "it may not make a mount namespace here"))
  func `once the authority is one of the system's, the console works as ever`() throws {
    let console = try ConsoleSession(
      script: Self.withTLS(
        """
        cat /etc/ssl/certs/ca-certificates.crt authority.crt >all.crt
        unshare -m sh -c 'mount --bind all.crt /etc/ssl/certs/ca-certificates.crt && exec "$0" "$@"' \
          "$0" "$@"
        """))

    try console.wait(for: "Northwind Traders")
    #expect(console.text.contains("127.0.0.1"))
  }

  /// Does something with a server that speaks TLS before the sandbox.
  private static func withTLS(_ command: String) -> String {
    """
    cd "$HOME" && {
      openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj '/CN=An authority of its own' \
        -keyout authority.key -out authority.crt
      openssl req -newkey rsa:2048 -nodes -subj /CN=127.0.0.1 -keyout server.key -out server.csr
      echo subjectAltName=IP:127.0.0.1 >extensions
      openssl x509 -req -in server.csr -CA authority.crt -CAkey authority.key -CAcreateserial \
        -days 2 -extfile extensions -out server.crt
    } >log 2>&1
    python3 '\(forwarder)' server.crt server.key "${WORKOS_API_URL##*:}" >port 2>>log &
    until [ -s port ]; do sleep 0.05; done
    export WORKOS_API_URL="https://127.0.0.1:$(cat port)"
    \(command)
    """
  }

  private static let forwarder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: ".ci/tls-forward.py")
    .path

  private static var mayMount: Bool { SurroundingsTests.mayMount }
}

private let hasTLSTools = ["openssl", "python3"].allSatisfy { name in
  ["/usr/bin", "/usr/local/bin", "/bin"].contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
  }
}
