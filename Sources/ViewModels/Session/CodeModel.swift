/// The dialog that asks for the code of an MFA device.
public struct CodeModel: Sendable, Equatable {
    /// How many digits a code has. Source: AWS STS API Reference, `TokenCode`.
    public static let length = 6

    /// What is asked.
    public let request: CodeRequest
    /// What is wrong with what was entered; nil before the first attempt.
    public private(set) var problem: String?

    /// A dialog for a question.
    public init(request: CodeRequest) {
        self.request = request
    }

    /// Hands in a code.
    public mutating func submit(_ code: String) -> [Effect] {
        guard code.count == Self.length, code.allSatisfy({ $0.isASCII && $0.isNumber }) else {
            problem = "A code has \(Self.length) digits."
            return []
        }
        return [.answerCode(request, code), .back]
    }

    /// Gives no code.
    public func cancel() -> [Effect] { [.answerCode(request, nil), .back] }
}
