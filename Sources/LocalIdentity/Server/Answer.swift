import AWSClient

/// An answer, and how it goes out.
public struct Answer: Sendable, Equatable {
    /// What is answered.
    public var response: HTTPResponse
    /// How it goes out: other than whole where a fault is played.
    public var delivery: Delivery

    /// An answer.
    public init(_ response: HTTPResponse, delivery: Delivery = .whole) {
        self.response = response
        self.delivery = delivery
    }
}
