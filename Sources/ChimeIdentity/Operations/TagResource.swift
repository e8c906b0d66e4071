import AWSClient

extension Operations {
    /// Puts tags on an AppInstanceUser or AppInstance. A key that is there gets the new value.
    public static let tagResource = Operation<TagResourceRequest, NoOutput>(
        OperationDescriptor(
            "TagResource", .post, "/tags",
            constantQuery: [QueryItem(name: "operation", value: "tag-resource")],
            input: [
                .required("ResourceARN", .chimeArn),
                .required("Tags", .tagList),
            ],
            successStatus: 204, errors: [.resourceLimitExceeded], repeatability: .repeatable))
}

/// The input of TagResource.
public struct TagResourceRequest: Codable, Sendable, Equatable {
    /// The ARN of the resource.
    public var resourceARN: String
    /// The tags, 1–50.
    public var tags: [Tag]

    enum CodingKeys: String, CodingKey {
        case resourceARN = "ResourceARN"
        case tags = "Tags"
    }

    /// Creates the value from its members.
    public init(resourceARN: String, tags: [Tag]) {
        self.resourceARN = resourceARN
        self.tags = tags
    }
}
