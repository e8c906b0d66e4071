/// The same random numbers for the same seed, so that a failure can be repeated (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// Text of scalars from everywhere, rich in those that are special to terminals.
    mutating func text(scalars count: Int) -> String {
        let special: [ClosedRange<UInt32>] = [
            0...0x2FF, 0x300...0x36F, 0x600...0x6FF, 0x900...0x97F, 0x1100...0x11FF, 0x2000...0x206F,
            0x20D0...0x20FF, 0x2600...0x27BF, 0x4E00...0x4E20, 0xFE00...0xFE0F, 0x1F1E6...0x1F1FF,
            0x1F300...0x1F64F, 0xE0000...0xE007F, 0...0x10FFFF,
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<count {
            let range = special[Int.random(in: special.indices, using: &self)]
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) { text.append(scalar) }
        }
        return String(text)
    }
}
