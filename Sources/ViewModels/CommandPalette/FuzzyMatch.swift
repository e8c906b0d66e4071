/// How well a text fits what somebody has typed, whose letters need only follow one another in it.
struct FuzzyMatch: Comparable, Sendable, Equatable {
    /// The more the better.
    private let score: Int
    /// The places of the letters, counted in characters.
    let places: [Int]

    private static let consecutive = 8
    private static let wordStart = 6
    private static let textStart = 12
    private static let whole = 100

    /// Nil where a letter is missing. Case and blanks in what was typed do not matter.
    init?(_ typed: String, in text: String) {
        let wanted = Array(typed.lowercased()).filter { $0 != " " }
        let characters = Array(text.lowercased())
        guard !wanted.isEmpty else {
            self.init(score: 0, places: [])
            return
        }
        // Where the letters stand together they are meant together; else the first of each is taken.
        guard let places = Self.together(wanted, characters) ?? Self.apart(wanted, characters) else {
            return nil
        }
        var score = places.count == characters.count ? Self.whole : 0
        for (index, place) in places.enumerated() {
            if index > 0, places[index - 1] == place - 1 { score += Self.consecutive }
            if place == 0 {
                score += Self.textStart
            } else if !characters[place - 1].isLetter {
                score += Self.wordStart
            }
        }
        self.init(score: score * 4 - min(characters.count, 60), places: places)
    }

    private init(score: Int, places: [Int]) {
        self.score = score
        self.places = places
    }

    /// Whether the left fits less well.
    static func < (left: FuzzyMatch, right: FuzzyMatch) -> Bool { left.score < right.score }

    private static func together(_ wanted: [Character], _ text: [Character]) -> [Int]? {
        guard text.count >= wanted.count else { return nil }
        let starts = (0...(text.count - wanted.count)).filter { start in
            wanted.indices.allSatisfy { text[start + $0] == wanted[$0] }
        }
        let start = starts.first { $0 == 0 || !text[$0 - 1].isLetter } ?? starts.first
        return start.map { Array($0..<$0 + wanted.count) }
    }

    private static func apart(_ wanted: [Character], _ text: [Character]) -> [Int]? {
        var places: [Int] = []
        for letter in wanted {
            let from = places.last.map { $0 + 1 } ?? 0
            guard let place = text[min(from, text.count)...].firstIndex(of: letter) else { return nil }
            places.append(place)
        }
        return places
    }
}
