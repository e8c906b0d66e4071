import AWSClient

extension Operations {
    /// Removes tags from an AppInstanceUser or AppInstance.
    public static let untagResource = Operation<UntagResourceRequest, NoOutput>(
        OperationDescriptor(
            "UntagResource", .post, "/tags",
            constantQuery: [QueryItem(name: "operation", value: "untag-resource")],
            input: [
                .required("ResourceARN", .chimeArn),
                .required("TagKeys", .tagKeyList),
            ],
            successStatus: 204, repeatability: .repeatable))
}

/// The input of UntagResource.
public struct UntagResourceRequest: Codable, Sendable, Equatable {
    /// The ARN of the resource.
    public var resourceARN: String
    /// The keys to remove, 1–50.
    public var tagKeys: [String]

    enum CodingKeys: String, CodingKey {
        case resourceARN = "ResourceARN"
        case tagKeys = "TagKeys"
    }

    /// Creates the value from its members.
    public init(resourceARN: String, tagKeys: [String]) {
        self.resourceARN = resourceARN
        self.tagKeys = tagKeys
    }
}
