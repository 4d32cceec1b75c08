import WorkOS

extension [String: String] {
  /// The variables that another program may have: none with the API key in it.
  func withoutSecrets(of apiKey: APIKey) -> [String: String] {
    let secrets = [apiKey.secret, self["WORKOS_API_KEY"]?.trimmed ?? ""].filter { !$0.isEmpty }
    return filter { name, value in
      name != "WORKOS_API_KEY" && !secrets.contains { value.contains($0) }
    }
  }
}
