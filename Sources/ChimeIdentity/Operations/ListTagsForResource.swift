extension Operations {
    /// Lists the tags on an AppInstanceUser or AppInstance.
    public static let listTagsForResource = Operation<
        ListTagsForResourceRequest, ListTagsForResourceResponse
    >(
        OperationDescriptor(
            "ListTagsForResource", .get, "/tags",
            input: [
                .required("ResourceARN", .chimeArn, in: .query("arn"))
            ],
            successStatus: 200, repeatability: .repeatable))
}

/// The input of ListTagsForResource.
public struct ListTagsForResourceRequest: Codable, Sendable, Equatable {
    /// The ARN of the resource.
    public var resourceARN: String

    enum CodingKeys: String, CodingKey {
        case resourceARN = "ResourceARN"
    }

    /// Creates the value from its members.
    public init(resourceARN: String) {
        self.resourceARN = resourceARN
    }
}

/// The output of ListTagsForResource.
public struct ListTagsForResourceResponse: Codable, Sendable, Equatable {
    /// The tags.
    public var tags: [Tag]?

    enum CodingKeys: String, CodingKey {
        case tags = "Tags"
    }

    /// Creates the value from its members.
    public init(tags: [Tag]? = nil) {
        self.tags = tags
    }
}
