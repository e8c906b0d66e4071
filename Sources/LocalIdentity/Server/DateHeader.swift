import AWSClient
import Foundation
import Synchronization

/// The value of the `Date` header, by which clients see that their clock is off. Made once a second at the most, and
/// not at all while nobody asks.
final class DateHeader: Sendable {
    private let last = Mutex<(second: Int, text: String)>((0, ""))

    /// The header of this moment.
    var text: String {
        let now = Date()
        let second = Int(now.timeIntervalSince1970)
        return last.withLock { last in
            if last.second != second { last = (second, HTTPDate.text(now)) }
            return last.text
        }
    }
}
