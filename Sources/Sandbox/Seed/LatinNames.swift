import Foundation

/// The parts that names in the Latin script are put together from.
enum LatinNames {
  static let stems = [
    "Alder", "Altamira", "Amberline", "Ångström", "Arcadia", "Årstad", "Asterion", "Atlas Peak",
    "Aurora", "Bellwether", "Białowieża", "Birchwood", "Bluebird", "Boréal", "Brightwater",
    "Bücherwurm", "Cadence", "Calluna", "Canopy", "Cascadia", "Cedar & Stone", "Čapek",
    "Clearbrook", "Cobalt", "Copperfield", "Corvus", "Córdoba", "Crescent", "Dahlia", "Delphine",
    "Driftwood", "Dún Laoghaire", "Eastgate", "Echo Bay", "Eiðfaxi", "Ellipsis", "Embercrest",
    "Everly", "Évora", "Fairwind", "Falkensee", "Fenwick", "Fjällbacka", "Florés",
    "Foxglove", "Gdańsk", "Glasswing", "Goldfinch", "Göteborg", "Granite", "Greyfriars",
    "Győr", "Halcyon", "Harbourside", "Hartmann", "Hawthorn", "Helios", "Highland", "Holloway",
    "Ibérica", "Indigo", "Inkwell", "Ironbridge", "İzmir", "Jade River", "Juniper", "Kaleido",
    "Kestrel", "Kingfisher", "Kraków", "Lakeshore", "Lantern", "Larkspur", "Lindqvist", "Lumière",
    "Málaga", "Maplewood", "Marigold", "Meridian", "Mistral", "Moonstone", "Müller",
    "Nordlicht", "Northwind", "Nový Svět", "Oakhurst", "Obsidian", "Ørsund", "Opaline",
    "Orchard", "Osprey", "Palisade", "Papillon", "Pemberton", "Petrel", "Pinecone", "Plumtree",
    "Polaris", "Quarry", "Quillon", "Ravenna", "Redwood", "Ridgeline", "Rosalind", "Saffron",
    "São Jorge", "Sequoia", "Silverton", "Šumava", "Solstice", "Sørensen", "Sparrow",
    "Stonebridge", "Summit", "Tamarind", "Tanager", "Thistle", "Thunder Bay", "Tidewater",
    "Timberline", "Trillium", "Umbra", "Valparaíso", "Verdant", "Vermilion", "Vértice", "Vesper",
    "Việt Hưng", "Waterloo", "Wayfarer", "Westbrook", "Whitfield", "Wildflower", "Willowbrook",
    "Yarrow", "Yellowfin", "Zażółć", "Zephyr", "Zürichsee",
  ]

  static let fields = [
    "Aerospace", "Analytics", "Apparel", "Automation", "Aviation", "Bank", "Biotech", "Brewing",
    "Capital", "Care", "Ceramics", "Chemicals", "Cloud", "Coffee", "Components", "Construction",
    "Consulting", "Dairy", "Data", "Dental", "Design", "Diagnostics", "Dynamics", "Education",
    "Electric", "Energy", "Engineering", "Films", "Finance", "Foods", "Freight", "Furniture",
    "Games", "Genomics", "Health", "Hotels", "Insurance", "Instruments", "Labs", "Legal",
    "Logistics", "Maritime", "Materials", "Media", "Mobility", "Networks", "Optics", "Outdoor",
    "Partners", "Payments", "Pharma", "Press", "Rail", "Robotics", "Security", "Semiconductors",
    "Software", "Studios", "Systems", "Telecom", "Textiles", "Travel", "Ventures", "Water",
  ]

  static let legalForms = [
    "", "Inc.", "", "GmbH", "", "Ltd", "", "S.A.", "", "AB", "", "B.V.", "", "LLC", "", "SpA", "",
    "", "Group",
  ]

  static let places = [
    "Africa", "America", "Asia", "Atlantic", "Australia", "Baltic", "Benelux", "Canada", "Europe",
    "Iberia", "India", "Japan", "Nordic", "Pacific", "UK",
  ]

  /// The stem as it can stand in a domain name.
  static func slug(_ stem: String) -> String {
    var slug: [UInt8] = []
    for scalar in stem.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z": slug.append(UInt8(scalar.value))
      case " ": slug.append(UInt8(ascii: "-"))
      default:
        if let plain = plain[scalar] { slug.append(contentsOf: plain.utf8) }
      }
    }
    return String(decoding: slug, as: UTF8.self).replacing("--", with: "-")
  }

  private static let plain: [Unicode.Scalar: String] = [
    "å": "a", "ä": "ae", "á": "a", "à": "a", "ã": "a", "ą": "a", "č": "c", "ć": "c", "ð": "d",
    "é": "e", "è": "e", "ě": "e", "ę": "e", "ệ": "e", "í": "i", "ł": "l", "ń": "n", "ó": "o",
    "ö": "oe", "ø": "o", "š": "s", "ü": "ue", "ú": "u", "ư": "u", "ý": "y", "ż": "z", "ő": "o",
    "ç": "c", "ë": "e", "ı": "i", "ğ": "g", "ñ": "n", "ř": "r", "ş": "s", "ễ": "e",
  ]
}
