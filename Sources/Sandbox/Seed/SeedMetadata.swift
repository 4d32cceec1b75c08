/// Metadata of the kind that customer teams really keep.
enum SeedMetadata {
  static func add(to organization: inout Organization, _ random: inout SplitMix) {
    guard !random.chance(ofPercent: 8) else { return }
    var pairs = [
      MetadataPair(key: "plan", value: pick(plans, &random)),
      MetadataPair(key: "region", value: pick(regions, &random)),
    ]
    if random.chance(ofPercent: 55) {
      pairs.append(MetadataPair(key: "csm", value: pick(managers, &random)))
    }
    if random.chance(ofPercent: 50) {
      let number = 100_000 + random.number(below: 900_000)
      pairs.append(MetadataPair(key: "crm_id", value: "crm-\(number)"))
    }
    if random.chance(ofPercent: 40) {
      pairs.append(MetadataPair(key: "seats", value: String(5 * (1 + random.number(below: 200)))))
    }
    if random.chance(ofPercent: 4) {
      for (key, values) in extras {
        pairs.append(MetadataPair(key: key, value: pick(values, &random)))
      }
    }
    organization.metadata = pairs
  }

  private static func pick(_ values: [String], _ random: inout SplitMix) -> String {
    values[random.number(below: values.count)]
  }

  private static let plans = ["enterprise", "business", "growth", "starter", "trial"]
  private static let regions = [
    "eu-central-1", "eu-west-1", "us-east-1", "us-west-2", "ap-northeast-1", "sa-east-1",
  ]
  private static let managers = [
    "amara.okafor", "jonas.lindqvist", "mei.tanaka", "priya.raman", "sofia.marchetti",
    "tomas.novak", "youssef.haddad", "zoe.martin",
  ]
  private static let extras: [(String, [String])] = [
    ("industry", ["manufacturing", "healthcare", "finance", "retail", "public sector"]),
    ("contract_end", ["2027-01-31", "2027-06-30", "2028-12-31"]),
    ("billing_email", ["billing@accounts.example", "invoices@finance.example"]),
    ("sso_required", ["true", "false"]),
    ("support_tier", ["platinum", "gold", "standard"]),
    ("data_residency", ["eu", "us", "jp"]),
    ("salesforce_id", ["0015g00000XyZaBAAV", "0015g00000QrStUAAW"]),
    ("onboarding_stage", ["kickoff", "integration", "live"]),
    ("renewal_risk", ["low", "medium", "high"]),
    (
      "notes",
      ["Prefers e-mail over calls; procurement closes on the 25th. Ask for Ingrid first."]
    ),
  ]
}
