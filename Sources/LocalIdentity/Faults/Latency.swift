/// A delay around a mean, every value within the spread as likely as any other.
struct Latency: Sendable, Equatable, CustomStringConvertible {
    /// The longest delay that can be asked for, in milliseconds: longer than any client waits.
    private static let longest = 600_000.0

    /// The mean, in milliseconds.
    let mean: Double
    /// How far from the mean a delay may be, in milliseconds; at most the mean.
    let spread: Double

    /// Reads `200ms`, `200ms±50`, `1.5s±500ms` or the same with `+-`; nil for anything else. A spread without a unit
    /// has that of the mean.
    init?(_ text: Substring) {
        let parts = text.replacing("+-", with: "±").split(
            separator: "±", maxSplits: 1, omittingEmptySubsequences: false)
        guard let (mean, unit) = Self.milliseconds(parts[0]) else { return nil }
        var spread = 0.0
        if parts.count == 2 {
            let written = parts[1].hasSuffix("s") ? parts[1] : parts[1] + unit
            guard let (value, _) = Self.milliseconds(written) else { return nil }
            spread = value
        }
        guard spread <= mean, mean + spread <= Self.longest else { return nil }
        self.mean = mean
        self.spread = spread
    }

    /// The delay for a number from 0 to 1.
    func delay(at position: Double) -> Duration {
        .microseconds(Int((mean + spread * (2 * position - 1)) * 1000))
    }

    var description: String {
        let mean = "\(Self.text(mean))ms"
        return spread == 0 ? mean : "\(mean)±\(Self.text(spread))"
    }

    private static func milliseconds(_ text: some StringProtocol) -> (value: Double, unit: Substring)? {
        let unit: Substring = text.hasSuffix("ms") ? "ms" : "s"
        guard text.hasSuffix(unit), let number = Double(text.dropLast(unit.count)), number >= 0,
            number.isFinite
        else { return nil }
        return (unit == "ms" ? number : number * 1000, unit)
    }

    private static func text(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : "\(number)"
    }
}
