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
                    problem: "is \(number); it must be from \(range.lowerBound) to \(range.upperBound)")
            }
        case (.enumeration(let values), .string(let text)):
            guard values.contains(text) else {
                throw ValidationFailure(
                    parameter: parameter, problem: "must be one of \(values.joined(separator: ", "))")
            }
        case (.structure(let members), .object(let object)):
            try members.validate(object, within: parameter)
        case (.list(let element, let count), .array(let items)):
            guard count.contains(items.count) else {
                throw ValidationFailure(
                    parameter: parameter,
                    problem: "has \(items.count) items; it must have from \(count.lowerBound) to "
                        + "\(count.upperBound)")
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
        case .string, .enumeration: "a string"
        case .integer: "a whole number"
        case .structure: "an object"
        case .list: "a list"
        }
    }
}

extension [Member] {
    /// Checks an object's members. Members that the model does not know pass.
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
                try member.shape.validate(value, parameter: parameter)
            }
        }
    }
}

extension StringShape {
    /// Checks a text.
    ///
    /// - Throws: `ValidationFailure` for the first rule that is broken.
    func validate(_ text: String, parameter: String) throws(ValidationFailure) {
        let count = text.unicodeScalars.count
        guard count >= length.lowerBound else {
            throw ValidationFailure(
                parameter: parameter,
                problem: count == 0
                    ? "is empty" : "has \(count) characters; it must have at least \(length.lowerBound)")
        }
        guard count <= length.upperBound else {
            throw ValidationFailure(
                parameter: parameter,
                problem: "has \(count) characters; it may have at most \(length.upperBound)")
        }
        guard pattern.matches(text) else {
            throw ValidationFailure(parameter: parameter, problem: pattern.requirement)
        }
    }
}
