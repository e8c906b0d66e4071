/// The names of the members that a JSON object has.
struct MemberNames: Decodable {
    private struct Name: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init?(stringValue: String) {
            self.stringValue = stringValue
        }

        init?(intValue: Int) { nil }
    }

    /// All names.
    let all: Set<String>

    init(from decoder: any Decoder) throws {
        all = Set(try decoder.container(keyedBy: Name.self).allKeys.map(\.stringValue))
    }
}
