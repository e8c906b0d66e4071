/// A query string as it stands in the request line, in its items.
///
/// One piece of code for who signs and who reads: where they cut it in different places, one request is signed and
/// another carried out. By bytes, since a separator with a combining mark behind it is one Character, and no separator.
public enum RawQuery {
    /// The items in order, still encoded, empty ones too. An item without `=` has an empty value.
    public static func items(_ raw: String) -> [(name: Substring, value: Substring)] {
        raw.utf8.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).map { item in
            let name = item.prefix { $0 != UInt8(ascii: "=") }
            return (Substring(name), Substring(item[name.endIndex...].dropFirst()))
        }
    }
}
