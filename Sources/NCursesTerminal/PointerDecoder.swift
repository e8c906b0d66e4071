import Glibc
import TerminalUI

/// Turns reports of the mouse into events: those of mode 1006 (SGR) of xterm's control sequences, with
/// `ESC [ < button ; column ; row M` for a button that goes down.
struct PointerDecoder {
    /// The longest time between the two presses of a double click, in nanoseconds.
    static let doubleClick: UInt64 = 400_000_000
    /// How many rows a step of the wheel goes.
    static let wheelRows = 3

    private let now: () -> UInt64
    private var last: (point: Point, at: UInt64)?

    /// - Parameter now: A clock in nanoseconds that never goes back.
    init(now: @escaping () -> UInt64 = PointerDecoder.monotonicNow) {
        self.now = now
    }

    /// The event of a report; nil for what means nothing here.
    mutating func event(_ parameters: ArraySlice<UInt8>, final: UInt8) -> TerminalEvent? {
        guard parameters.first == UInt8(ascii: "<"), final == UInt8(ascii: "M") else { return nil }
        let numbers = parameters.dropFirst().split(separator: UInt8(ascii: ";"))
            .compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return nil }
        switch numbers[0] {
        case 0: return .pointer(press(Point(column: numbers[1] - 1, row: numbers[2] - 1)))
        case 64: return .pointer(.wheel(-Self.wheelRows))
        case 65: return .pointer(.wheel(Self.wheelRows))
        default: return nil
        }
    }

    private mutating func press(_ point: Point) -> PointerEvent {
        let now = now()
        if let last, last.point == point, now - last.at <= Self.doubleClick {
            self.last = nil
            return .press(point, clicks: 2)
        }
        last = (point, now)
        return .press(point, clicks: 1)
    }

    /// The system's clock.
    static func monotonicNow() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
