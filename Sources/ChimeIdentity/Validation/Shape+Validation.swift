extension Shape {
    /// Checks a value against the shape.
    ///
    /// - Parameter parameter: The name to use in the failure.
    /// - Throws: `ValidationFailure` for the first rule that is broken.
    public func validate(_ value: JSONValue, parameter: String) throws(ValidationFailure) {
        switch (self, value) {
        case (.string(let shape), .string(let text)):
            try shape.validate(text, parameter: parameter)
        case (.integer(let range), .integer(let number)):
            guard range.contains(number) else {
                throw ValidationFailure(
                    parameter: parameter,
                    problem: "is \(number.grouped); it must be from \(range.words)")
            }
        case (.enumeration(let values), .string(let text)):
            guard values.contains(text) else {
                throw ValidationFailure(
                    parameter: parameter,
                    problem: "must be \(values.count > 1 ? "one of " : "")"
                        + values.joined(separator: ", "))
            }
        case (.structure(let members), .object(let object)):
            try members.validate(object, within: parameter)
        case (.list(let element, let count), .array(let items)):
            guard count.contains(items.count) else {
                throw ValidationFailure(
                    parameter: parameter,
                    problem: items.isEmpty
                        ? "is empty; it must have at least \(count.lowerBound.counted("item"))"
                        : "has \(items.count.counted("item")); the limit is \(count.upperBound.grouped)")
            }
            for (index, item) in items.enumerated() {
                try element.validate(item, parameter: "\(parameter)[\(index)]")
            }
        default:
            throw ValidationFailure(parameter: parameter, problem: "must be \(kind)")
        }
    }

    /// What a value of the shape is, for a person.
    private var kind: String {
        switch self {
        case .string, .enumeration: "text"
        case .integer(let range): "a whole number from \(range.words)"
        case .structure: "an object"
        case .list: "a list"
        }
    }
}

extension [Member] {
    /// Checks an object's members. Members that the model does not know pass.
    ///
    /// A member of the path may not be empty, `.` or `..`, whatever its shape allows: the path would address
    /// something else, and removing a device could become removing its user.
    ///
    /// - Throws: `ValidationFailure` for the first rule that is broken.
    public func validate(_ object: [String: JSONValue], within parent: String? = nil)
        throws(ValidationFailure)
    {
        for member in self {
            let parameter = parent.map { "\($0).\(member.name)" } ?? member.name
            switch object[member.name] {
            case nil, .null?:
                guard !member.isRequired else {
                    throw ValidationFailure(parameter: parameter, problem: "is missing")
                }
            case let value?:
                if member.location == .path { try Self.validatePathSegment(value, parameter: parameter) }
                try member.shape.validate(value, parameter: parameter)
            }
        }
    }
}

extension [Member] {
    private static func validatePathSegment(_ value: JSONValue, parameter: String) throws(ValidationFailure) {
        switch value {
        case .string(""): throw ValidationFailure(parameter: parameter, problem: "is empty")
        case .string("."), .string(".."):
            throw ValidationFailure(parameter: parameter, problem: "must hold more than dots")
        default: break
        }
    }
}

extension StringShape {
    /// Checks a text: its length first, in Unicode scalars, then its form.
    ///
    /// - Throws: `ValidationFailure` for the first rule that is broken.
    public func validate(_ text: String, parameter: String) throws(ValidationFailure) {
        let count = text.unicodeScalars.count
        guard count >= length.lowerBound else {
            throw ValidationFailure(
                parameter: parameter,
                problem: count == 0
                    ? "is empty"
                    : "is \(count.counted("character")) long; the minimum is \(length.lowerBound.grouped)")
        }
        guard count <= length.upperBound else {
            throw ValidationFailure(
                parameter: parameter,
                problem: "is \(count.counted("character")) long; the limit is \(length.upperBound.grouped)")
        }
        guard pattern.matches(text) else {
            throw ValidationFailure(parameter: parameter, problem: pattern.requirement)
        }
    }
}

extension Int {
    /// The number with a comma between groups of three digits, in every locale.
    fileprivate var grouped: String {
        let digits = String(magnitude)
        var text = self < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return text
    }

    /// The number with a noun in the right form.
    fileprivate func counted(_ noun: String) -> String { "\(grouped) \(noun)\(self == 1 ? "" : "s")" }
}

extension ClosedRange<Int> {
    /// Both ends, for a sentence that goes "from … to …".
    fileprivate var words: String { "\(lowerBound.grouped) to \(upperBound.grouped)" }
}
