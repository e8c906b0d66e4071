/// Lets so many requests a second through: it holds as many tokens as a second has, each request takes one, and they
/// come back evenly.
struct TokenBucket: Sendable {
    private let rate: Double
    private var tokens: Double
    private var filled: ContinuousClock.Instant

    /// A full bucket.
    init(perSecond rate: Int, at moment: ContinuousClock.Instant) {
        self.rate = Double(rate)
        tokens = self.rate
        filled = moment
    }

    /// Whether there is a token at the moment.
    mutating func hasToken(at moment: ContinuousClock.Instant) -> Bool {
        let seconds = filled.duration(to: moment) / .seconds(1)
        if seconds > 0 {
            tokens = min(rate, tokens + seconds * rate)
            filled = moment
        }
        return tokens >= 1
    }

    /// Takes a token that is there.
    mutating func take() {
        tokens -= 1
    }
}
