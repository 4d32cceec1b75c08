import Foundation
import JSON

extension OrganizationDomains {
  /// The domains of an organization, each with its own JSON, read by `GET /organizations/{id}`.
  package static func list(
    of organization: Organization.ID
  ) -> Call<Page<Received<OrganizationDomain>>> {
    Call(
      APIRequest(.get, ["organizations", organization.rawValue]),
      reading: { (body: Data) throws(DecodingFailure) in
        let bytes = Array(body)
        do {
          let nodes =
            try JSONReader.read(bytes[...], by: .received).first("domains")?.elements ?? []
          return Page(
            items: try nodes.map { node in
              let json = Data(bytes[node.range])
              return Received(
                try JSONDecoder().decode(OrganizationDomain.self, from: json),
                json: RawJSON(bytes: json))
            })
        } catch {
          throw DecodingFailure(error)
        }
      })
  }
}
