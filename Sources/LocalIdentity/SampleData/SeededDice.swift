/// Numbers that look random and are the same for the same seed and turn: what comes of the hundredth turn does not
/// depend on what was rolled in those before it.
struct SeededDice: RandomNumberGenerator {
    private var state: UInt64

    /// The dice for one turn.
    init(seed: UInt64, turn: UInt64) {
        // Two rounds, so that neighbouring seeds and turns have nothing in common.
        state = seed
        state = next() ^ turn
        state = next()
    }

    /// The next number. Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (SplitMix64).
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to 1, without 1 itself.
    mutating func roll() -> Double {
        Double.random(in: 0..<1, using: &self)
    }

    /// As many hexadecimal digits, in lower case.
    mutating func hexadecimal(_ count: Int) -> String {
        String(unsafeUninitializedCapacity: count) { digits in
            var number: UInt64 = 0
            for index in 0..<count {
                if index % 16 == 0 { number = next() }
                let digit = UInt8(number & 15)
                digits[index] = digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
                number >>= 4
            }
            return count
        }
    }
}
