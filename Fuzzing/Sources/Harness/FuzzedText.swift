import Foundation

/// What a fuzzer has made up, read line by line: so that what it starts from can be written by hand.
public struct FuzzedText {
    private var rest: Data

    /// The bytes of one input.
    public init(_ bytes: UnsafePointer<UInt8>, count: Int) {
        rest = Data(bytes: bytes, count: count)
    }

    /// The next line, without its end; empty behind the last. What is no UTF-8 is replaced.
    public mutating func line() -> String {
        let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
        defer { rest = rest[end...].dropFirst() }
        return String(decoding: rest[..<end], as: UTF8.self)
    }

    /// Everything else.
    public var remainder: Data { Data(rest) }
}
