import Synchronization

/// Names for requests, in the form of UUIDs. They tell requests apart and keep no secret.
final class RequestIds: Sendable {
    private let seed = UInt64.random(in: 0...UInt64.max)
    private let count = Atomic<UInt64>(0)

    /// A name that no request of this service has had.
    func next() -> String {
        let turn = count.wrappingAdd(1, ordering: .relaxed).newValue
        var dice = SeededDice(seed: seed, turn: turn)
        let digits = dice.hexadecimal(31)
        var text = ""
        text.reserveCapacity(36)
        for (index, digit) in digits.utf8.enumerated() {
            if index == 8 || index == 12 || index == 15 || index == 19 { text.append("-") }
            // The version, for the readers of UUIDs (RFC 9562, section 5.4).
            if index == 12 { text.append("4") }
            text.unicodeScalars.append(Unicode.Scalar(digit))
        }
        return text
    }
}
