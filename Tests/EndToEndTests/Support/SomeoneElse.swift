import Foundation
import TestSupport

/// Another person who works on the same sandbox, or steers it, over HTTP.
///
/// Tests wait on threads of their own for what they see, so there is nothing to gain by an
/// asynchronous client, and an answer never waits for a thread that another test occupies.
struct SomeoneElse {
  struct Failure: Error {
    var description: String
  }

  struct Answer {
    var status: Int
    var body: String
  }

  let port: UInt16
  var apiKey = "sk_test_sandbox"

  /// Sends a request with the sandbox's key and waits for the answer.
  @discardableResult
  func send(_ method: String, _ target: String, _ body: String = "") throws -> Answer {
    let connection = try LoopbackConnection(port: port)
    connection.request(method, target, body, apiKey: apiKey, "Connection: close")
    let text = connection.receive()
    guard let end = text.range(of: "\r\n\r\n"),
      let status = text.split(separator: " ", maxSplits: 2).dropFirst().first.flatMap({ Int($0) })
    else { throw Failure(description: "no answer to \(method) \(target): \(text)") }
    return Answer(status: status, body: String(text[end.upperBound...]))
  }

  /// Makes the server behave again; the control endpoints themselves never fail.
  func clearsFaults() throws {
    let answer = try send("DELETE", "/sandbox/faults")
    guard answer.status == 204 else { throw Failure(description: answer.body) }
  }

  /// Makes the sandbox go wrong, as its `--fail` describes.
  func sendsFaults(_ fault: String) throws {
    let answer = try send("POST", "/sandbox/faults", fault)
    guard answer.status == 204 else { throw Failure(description: answer.body) }
  }

  func organizations(_ query: String = "?limit=100") throws -> [StoredOrganization] {
    let answer = try send("GET", "/organizations" + query)
    return try JSONDecoder().decode(StoredPage.self, from: Data(answer.body.utf8)).data
  }

  func organization(named name: String) throws -> StoredOrganization {
    guard let found = try organizations().first(where: { $0.name == name }) else {
      throw Failure(description: "no organization is named \(name)")
    }
    return found
  }

  func organization(_ id: String) throws -> StoredOrganization {
    let answer = try send("GET", "/organizations/\(id)")
    return try JSONDecoder().decode(StoredOrganization.self, from: Data(answer.body.utf8))
  }

  @discardableResult
  func creates(_ json: String) throws -> StoredOrganization {
    let answer = try send("POST", "/organizations", json)
    guard answer.status == 201 else { throw Failure(description: answer.body) }
    return try JSONDecoder().decode(StoredOrganization.self, from: Data(answer.body.utf8))
  }

  func changes(_ id: String, _ json: String) throws {
    let answer = try send("PUT", "/organizations/\(id)", json)
    guard answer.status == 200 else { throw Failure(description: answer.body) }
  }

  func deletes(_ id: String) throws {
    let answer = try send("DELETE", "/organizations/\(id)")
    guard answer.status == 202 else { throw Failure(description: answer.body) }
  }
}

private struct StoredPage: Decodable {
  var data: [StoredOrganization]
}

/// An organization as the sandbox holds it.
struct StoredOrganization: Decodable, Equatable {
  struct Domain: Decodable, Equatable {
    var domain: String
    var state: String?
  }

  var id: String
  var name: String
  var externalID: String?
  var stripeCustomerID: String?
  var domains: [Domain]
  var metadata: [String: String]

  enum CodingKeys: String, CodingKey {
    case id, name, domains, metadata
    case externalID = "external_id"
    case stripeCustomerID = "stripe_customer_id"
  }
}
