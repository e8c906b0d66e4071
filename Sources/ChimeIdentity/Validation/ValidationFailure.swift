/// A value breaks a rule of the service model. Says which parameter and which rule, never a sensitive value.
public struct ValidationFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The parameter's name, such as `Name` or `Tags[2].Key`.
    public let parameter: String
    /// What is wrong, as the end of a sentence that starts with the parameter's name.
    public let problem: String

    /// A failure of the given words.
    public init(parameter: String, problem: String) {
        self.parameter = parameter
        self.problem = problem
    }

    /// One sentence.
    public var description: String { "\(parameter) \(problem)." }
}
