/// The shapes of the service model that the operations share, under the model's own names.
extension Shape {
    /// `ChimeArn`: 5–1600 characters, an ARN.
    public static let chimeArn = Shape.string(StringShape(length: 5...1600, pattern: .arn))
    /// `SensitiveChimeArn`: a `ChimeArn` that names a person.
    public static let sensitiveChimeArn = Shape.string(
        StringShape(length: 5...1600, pattern: .arn, isSensitive: true))
    /// `String1600`: up to 1600 characters.
    public static let string1600 = Shape.string(StringShape(length: 0...1600))
    /// `String64`: up to 64 characters; the shape of an EndpointId.
    public static let string64 = Shape.string(StringShape(length: 0...64))
    /// `SensitiveString1600`: up to 1600 characters; the shape of an endpoint's Name.
    public static let sensitiveString1600 = Shape.string(StringShape(length: 0...1600, isSensitive: true))
    /// `NonEmptySensitiveString1600`: 1–1600 characters; the shape of a device token.
    public static let nonEmptySensitiveString1600 = Shape.string(
        StringShape(length: 1...1600, isSensitive: true))
    /// `ClientRequestToken`: 2–64 of `[-_a-zA-Z0-9]`.
    public static let clientRequestToken = Shape.string(
        StringShape(length: 2...64, pattern: .clientRequestToken))
    /// `UserId`: 1–64 characters, alphanumeric at either end.
    public static let userId = Shape.string(
        StringShape(length: 1...64, pattern: .userId, isSensitive: true))
    /// `UserName`: 1–100 characters, not all white space.
    public static let userName = Shape.string(
        StringShape(length: 1...100, pattern: .notBlank, isSensitive: true))
    /// `NonEmptyResourceName`: 1–256 printable characters; the shape of an AppInstance's Name.
    public static let nonEmptyResourceName = Shape.string(
        StringShape(length: 1...256, pattern: .resourceName, isSensitive: true))
    /// `Metadata`: up to 1024 characters.
    public static let metadata = Shape.string(StringShape(length: 0...1024, isSensitive: true))
    /// `NextToken`: up to 2048 characters.
    public static let nextToken = Shape.string(StringShape(length: 0...2048, isSensitive: true))
    /// `MaxResults`: 1–50.
    public static let maxResults = Shape.integer(1...50)
    /// `TagKey`: 1–128 characters.
    public static let tagKey = Shape.string(StringShape(length: 1...128, isSensitive: true))
    /// `TagValue`: 1–256 characters.
    public static let tagValue = Shape.string(StringShape(length: 1...256, isSensitive: true))
    /// `TagList`: 1–50 tags.
    public static let tagList = Shape.list(
        element: .structure([.required("Key", .tagKey), .required("Value", .tagValue)]), count: 1...50)
    /// `TagKeyList`: 1–50 tag keys.
    public static let tagKeyList = Shape.list(element: .tagKey, count: 1...50)
    /// `AppInstanceUserEndpointType`.
    public static let endpointType = Shape.enumeration(EndpointType.known.map(\.rawValue))
    /// `AllowMessages`.
    public static let allowMessages = Shape.enumeration(AllowMessages.known.map(\.rawValue))
    /// `EndpointAttributes`.
    public static let endpointAttributes = Shape.structure([
        .required("DeviceToken", .nonEmptySensitiveString1600),
        .optional("VoipDeviceToken", .nonEmptySensitiveString1600),
    ])
    /// `ExpirationSettings`.
    public static let expirationSettings = Shape.structure([
        .required("ExpirationDays", .integer(1...5475)),
        .required("ExpirationCriterion", .enumeration(["CREATED_TIMESTAMP"])),
    ])
}
