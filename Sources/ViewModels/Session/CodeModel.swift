/// The dialog that asks for the code of an MFA device.
public struct CodeModel: Sendable, Equatable {
    /// How many digits a code has. Source: AWS STS API Reference, `TokenCode`.
    public static let length = 6

    /// Whether a text may be a code.
    public static func isCode(_ text: String) -> Bool {
        text.count == length && text.allSatisfy { $0.isASCII && $0.isNumber }
    }

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
        guard Self.isCode(code) else {
            problem = "A code has \(Self.length) digits."
            return []
        }
        return [.answerCode(request, code), .back]
    }

    /// Gives no code.
    public func cancel() -> [Effect] { [.answerCode(request, nil), .back] }
}
