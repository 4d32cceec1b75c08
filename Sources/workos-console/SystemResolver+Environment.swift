import Resolver

extension SystemResolver {
  /// The resolver of the system, unless the environment names a DNS server for the domain doctor.
  init(environment: [String: String]) throws(Refusal) {
    guard let text = environment["WORKOS_CONSOLE_DNS"], !text.isEmpty else {
      self.init()
      return
    }
    guard let server = Server(text) else {
      throw Refusal("WORKOS_CONSOLE_DNS is not the address of a DNS server, such as 127.0.0.1:5353")
    }
    self.init(server: server)
  }
}
