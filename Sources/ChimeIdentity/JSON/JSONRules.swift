/// What to do with JSON text that means nothing certain (RFC 8259, sections 4 and 8).
public enum JSONRules: Sendable {
    /// Make the best of it, as a client that wants to show something: the last of two members of one name counts; bytes
    /// that are no UTF-8 and halves of surrogate pairs become U+FFFD.
    case lenient
    /// Refuse it, as a service that is to keep something. Members whose names are not ASCII, which the service model
    /// has none of, are read and left out: Swift takes the Kelvin sign for a K.
    case strict
}
