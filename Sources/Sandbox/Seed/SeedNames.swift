/// Company names in many scripts, each with a slug for its domains; no name comes twice.
struct SeedNames: Sendable {
  struct Company {
    var name: String
    var slug: String
  }

  func company(_ position: Int) -> Company {
    // Every fifth customer writes its name in another script, while there are names left.
    if position % 5 == 3, let company = scriptCompany(position / 5) { return company }
    return latinCompany(position)
  }

  private func latinCompany(_ position: Int) -> Company {
    let stems = LatinNames.stems
    let fields = LatinNames.fields
    let pairs = stems.count * fields.count
    // A step without common factor visits every pair once before the first comes again.
    let pair = position % pairs * 3_109 % pairs
    let round = position / pairs
    let stem = stems[pair % stems.count]
    let field = fields[pair / stems.count]
    let slug = "\(LatinNames.slug(stem))-\(field.lowercased())"
    guard round == 0 else {
      let place = LatinNames.places[(round - 1) % LatinNames.places.count]
      return Company(name: "\(stem) \(field) \(place)", slug: "\(slug)-\(place.lowercased())")
    }
    let form = LatinNames.legalForms[position * 31 % LatinNames.legalForms.count]
    return Company(name: form.isEmpty ? "\(stem) \(field)" : "\(stem) \(field) \(form)", slug: slug)
  }

  private func scriptCompany(_ number: Int) -> Company? {
    let script = ScriptNames.all[number % ScriptNames.all.count]
    let number = number / ScriptNames.all.count
    guard number < script.stems.count * script.fields.count else { return nil }
    let stem = script.stems[number % script.stems.count]
    let turn = number % script.stems.count + number / script.stems.count
    let field = script.fields[turn % script.fields.count]
    return Company(
      name: script.isFieldFirst
        ? "\(field.name)\(script.space)\(stem.name)" : "\(stem.name)\(script.space)\(field.name)",
      slug: "\(stem.slug)-\(field.slug)")
  }
}
