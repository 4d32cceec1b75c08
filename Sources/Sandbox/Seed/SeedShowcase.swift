/// The newest organizations, written by hand: they are what a person sees first.
struct SeedShowcase: Sendable {
  var name: String
  var domains: KeyValuePairs<String, OrganizationDomain.State?> = [:]
  /// Domains that another one of these has too.
  var shared: KeyValuePairs<String, OrganizationDomain.State?> = [:]
  var metadata: KeyValuePairs<String, String> = [:]

  func fill(_ organization: inout Organization, _ random: inout SplitMix) {
    organization.name = name
    for (domain, state) in domains {
      organization.domains.append(SeedDomains.domain(domain, state, of: organization, &random))
    }
    organization.metadata = metadata.map { MetadataPair(key: $0.key, value: $0.value) }
  }

  /// Behind all else, as none of it is another for what is shared.
  func addShared(to organization: inout Organization, _ random: inout SplitMix) {
    for (domain, state) in shared {
      organization.domains.append(SeedDomains.domain(domain, state, of: organization, &random))
    }
  }

  /// Names that try to take over a terminal, some pages into the list.
  static let hostileNames = [
    133: "Evil\u{1B}[2J\u{1B}[31mCorp\u{1B}]0;owned\u{07}",
    171: "Innocent \u{202E}moc.live\u{2066}\nSecond Line\u{9B}31m Ltd",
  ]

  /// Domains that fail when they are verified, beside those that have failed before.
  static let domainsWithoutRecord: Set = ["xn--caf-lumire-66ag.example"]

  static let organizations: [SeedShowcase] = [
    SeedShowcase(
      name: "Northwind Traders", domains: ["northwind.example": .verified],
      metadata: ["plan": "enterprise", "region": "us-east-1", "csm": "priya.raman"]),
    SeedShowcase(
      name: "Acme Corporation", domains: ["acme.com": .verified, "acme.dev": .pending],
      metadata: [
        "plan": "enterprise", "region": "eu-central-1", "csm": "jonas.lindqvist",
        "crm_id": "crm-204417", "seats": "250",
      ]),
    SeedShowcase(
      name: "Müller & Söhne Präzisionstechnik",
      domains: ["xn--mller-shne-kcb9d.example": .verified, "mueller-soehne.example": .verified],
      metadata: ["plan": "business", "region": "eu-central-1", "crm_id": "crm-318842"]),
    SeedShowcase(
      name: "東和物流株式会社", domains: ["towa-logi.example": .verified],
      metadata: ["plan": "enterprise", "region": "ap-northeast-1", "csm": "mei.tanaka"]),
    SeedShowcase(
      name: "Initech", domains: ["initech.example": .verified, "eu.initech.example": .failed],
      metadata: ["plan": "growth", "region": "us-west-2"]),
    SeedShowcase(
      name: "Acme Test (delete me)", metadata: ["plan": "trial", "owner": "qa"]),
    SeedShowcase(
      name: "Café Lumière", domains: ["xn--caf-lumire-66ag.example": .pending],
      metadata: ["plan": "starter", "region": "eu-west-1"]),
    SeedShowcase(
      name: "Северный Ветер", domains: ["severny-veter.example": .verified],
      metadata: ["plan": "business", "region": "eu-central-1", "csm": "tomas.novak"]),
    SeedShowcase(
      name: "Globex Industries",
      domains: [
        "globex.example": .verified, "globex.example.net": .verified,
        "corp.globex.example": .pending, "mail.globex.example": .legacyVerified,
      ],
      metadata: [
        "plan": "enterprise", "region": "us-east-1", "csm": "sofia.marchetti",
        "crm_id": "crm-100931", "seats": "1200", "contract_end": "2028-12-31",
        "support_tier": "platinum",
      ]),
    SeedShowcase(
      name: "🌱 Sprout Labs", domains: ["sprout-labs.example": .verified],
      metadata: ["plan": "growth", "region": "us-west-2"]),
    SeedShowcase(
      name: "한빛소프트웨어", domains: ["hanbit-sw.example": .verified],
      metadata: ["plan": "business", "region": "ap-northeast-1"]),
    SeedShowcase(
      name: "Umbrella Health", domains: ["umbrella-health.example": .verified],
      metadata: ["plan": "enterprise", "region": "us-east-1", "hipaa": "true"]),
    SeedShowcase(
      name: "Smørbrød & Co.", domains: ["xn--smrbrd-cyad.example": .unverified],
      metadata: ["plan": "starter", "region": "eu-west-1"]),
    SeedShowcase(
      name: "Αιγαίο Ακτοπλοΐα", domains: ["aigaio.example": .verified],
      metadata: ["plan": "business", "region": "eu-central-1"]),
    SeedShowcase(
      name: "Hooli", domains: ["hooli.example": .verified, "id.hooli.example": .pending],
      // Bought, and not yet moved.
      shared: ["sprout-labs.example": .pending],
      metadata: ["plan": "enterprise", "region": "us-west-2", "csm": "zoe.martin"]),
    SeedShowcase(
      name: "شركة النخيل للتجارة", domains: ["nakheel-trade.example": .verified],
      metadata: ["plan": "growth", "region": "eu-west-1", "csm": "youssef.haddad"]),
    SeedShowcase(
      // None of these states can be sent back as it is.
      name: "Stark Robotics",
      domains: [
        "stark-robotics.example": .legacyVerified, "lab.stark-robotics.example": .failed,
        "jobs.stark-robotics.example": .unverified, "parts.stark-robotics.example": .onHold,
        "old.stark-robotics.example": nil,
      ],
      metadata: ["plan": "enterprise", "region": "us-east-1", "crm_id": "crm-555120"]),
    SeedShowcase(
      name: "云图科技有限公司", domains: ["yuntu-tech.example": .verified],
      metadata: ["plan": "business", "region": "ap-northeast-1"]),
    SeedShowcase(
      name: "Wayne Logistics", domains: ["wayne-logistics.example": .failed],
      metadata: ["plan": "growth", "region": "us-east-1"]),
    SeedShowcase(
      name: "Pixel 👩‍💻 Guild", domains: ["pixel-guild.example": .verified],
      metadata: ["plan": "starter", "region": "us-west-2"]),
    SeedShowcase(
      name: "Société Générique", domains: ["xn--socit-gnrique-ehbbcb.example": .verified],
      metadata: ["plan": "business", "region": "eu-west-1", "csm": "zoe.martin"]),
    SeedShowcase(
      name: "हिमालय सॉफ़्टवेयर", domains: ["himalaya-tech.example": .verified],
      metadata: ["plan": "growth", "region": "ap-northeast-1", "csm": "priya.raman"]),
    SeedShowcase(name: "Blue Harbour Insurance", domains: ["blue-harbour.example": .pending]),
    SeedShowcase(
      name: "כרמל טכנולוגיות", domains: ["carmel-systems.example": .verified],
      metadata: ["plan": "business", "region": "eu-central-1"]),
    SeedShowcase(
      name: "Maple 🇨🇦 Leaf Studios", domains: ["maple-leaf-studios.example": .verified],
      // Merged, so that it is verified twice.
      shared: ["pixel-guild.example": .verified],
      metadata: ["plan": "starter", "region": "us-east-1"]),
    SeedShowcase(
      name: "สยามดิจิทัล", domains: ["siam-digital.example": .verified],
      metadata: ["plan": "growth", "region": "ap-northeast-1"]),
    SeedShowcase(
      name: "Contoso Energy", domains: ["contoso-energy.example": .verified],
      metadata: ["plan": "enterprise", "region": "us-east-1", "csm": "amara.okafor"]),
    SeedShowcase(
      name: "São Jorge Alimentos", domains: ["xn--so-jorge-rza.example": .verified],
      metadata: ["plan": "business", "region": "sa-east-1", "csm": "sofia.marchetti"]),
  ]
}
