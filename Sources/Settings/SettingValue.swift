import AWSClient
import Yams

/// A value in the settings file, with what is needed to say where it is wrong.
struct SettingValue {
    /// The name with that of the part it belongs to, such as `colors.good`.
    let name: String
    let node: Node
    let path: String

    /// The value's place, as `config show` writes it.
    var source: String { "\(path), line \(line)" }

    /// An error that says what the setting takes.
    func wrong(takes: String) -> ConfigurationError {
        let found = node.scalar.map { "'\($0.string)'" } ?? (node.sequence != nil ? "a list" : "a mapping")
        return ConfigurationError("\(source): \(name) takes \(takes), not \(found).")
    }

    /// A value from here.
    func sourced<Value>(_ value: Value) -> Sourced<Value> { Sourced(value, from: source) }

    func bool() throws(ConfigurationError) -> Bool {
        guard let value = node.bool else { throw wrong(takes: "true or false") }
        return value
    }

    /// One of the names of an enumeration.
    func choice<Value: RawRepresentable<String> & CaseIterable>(of type: Value.Type)
        throws(ConfigurationError)
        -> Value
    {
        guard let value = node.scalar.flatMap({ Value(rawValue: $0.string) }) else {
            let names = Value.allCases.map(\.rawValue)
            throw wrong(takes: names.dropLast().joined(separator: ", ") + " or " + (names.last ?? ""))
        }
        return value
    }

    /// The text, as it stands there.
    func text(takes: String) throws(ConfigurationError) -> String {
        guard let scalar = node.scalar, !scalar.string.isEmpty else { throw wrong(takes: takes) }
        return scalar.string
    }

    /// The texts of a list; one that stands alone is a list of one.
    func texts(takes: String) throws(ConfigurationError) -> [String] {
        guard let sequence = node.sequence else { return [try text(takes: takes)] }
        var texts: [String] = []
        for element in sequence {
            texts.append(try SettingValue(name: name, node: element, path: path).text(takes: takes))
        }
        return texts
    }

    /// The values of a mapping, each of a name that is known.
    ///
    /// - Parameter kind: What the names name, such as `setting`.
    func members(_ kind: String, known: [String]) throws(ConfigurationError) -> [(
        key: String, value: SettingValue
    )] {
        guard let mapping = node.mapping else {
            throw wrong(takes: "names with values below it, such as '\(known.first ?? ""): …'")
        }
        var members: [(key: String, value: SettingValue)] = []
        for (key, node) in mapping {
            let place = SettingValue(name: name, node: key, path: path)
            guard let text = key.scalar?.string, known.contains(text) else {
                let text = key.scalar?.string ?? "…"
                let advice =
                    NearestName.of(text, among: known).map { "did you mean '\($0)'?" }
                    ?? "there are \(known.sorted().joined(separator: ", "))."
                throw ConfigurationError("\(place.source): there is no \(kind) '\(text)'; \(advice)")
            }
            members.append(
                (text, SettingValue(name: name.isEmpty ? text : "\(name).\(text)", node: node, path: path)))
        }
        return members
    }

    private var line: Int { node.mark?.line ?? 1 }
}
