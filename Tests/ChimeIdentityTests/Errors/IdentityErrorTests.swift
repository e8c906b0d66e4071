import AWSClient
import ChimeIdentity
import Foundation
import Testing

@Suite("An error says what happened, what to quote and what to do")
struct IdentityErrorTests {
    private func error(_ answer: RecordingTransport.Answer) async throws -> IdentityError {
        let client = try IdentityClient.recording(RecordingTransport(answer))
        do {
            _ = try await client.perform(
                Operations.describeAppInstanceUserEndpoint,
                DescribeAppInstanceUserEndpointRequest(appInstanceUserArn: Sample.user, endpointId: "1"))
        } catch {
            return error
        }
        return try #require(nil)
    }

    @Test(
        "every exception of the model is told by name, with code, status and request id",
        arguments: ErrorKind.allCases)
    func kinds(kind: ErrorKind) async throws {
        let error = try await error(
            .answer(
                kind.status, #"{"Code":"\#(kind.code)","Message":"Because"}"#,
                headers: ["x-amzn-ErrorType": "\(kind.rawValue):http://x/", "x-amzn-RequestId": "r-1"]))

        #expect(error.kind == kind)
        #expect(error.code == kind.rawValue)
        #expect(error.requestId == "r-1")
        #expect(error.summary.hasSuffix(": Because."))
        #expect(error.advice.last == ".")
        guard case .service(let service, let operation) = error else { throw error }
        #expect(service.status == kind.status)
        #expect(operation == "DescribeAppInstanceUserEndpoint")
    }

    @Test(
        "an exception that only the body names is recognised by its short code", arguments: ErrorKind.allCases
    )
    func bodyOnly(kind: ErrorKind) async throws {
        let error = try await error(.answer(kind.status, #"{"Code":"\#(kind.code)"}"#))

        #expect(error.kind == kind)
    }

    @Test(
        "the advice fits the cause",
        arguments: [
            (
                403, "ForbiddenException",
                "exists and that your IAM policy allows chime:DescribeAppInstanceUserEndpoint"
            ),
            (403, "AccessDeniedException", "has to allow chime:DescribeAppInstanceUserEndpoint"),
            (401, "UnauthorizedClientException", "which account and user"),
            (403, "ExpiredTokenException", "sign in again"),
            (400, "ExpiredToken", "sign in again"),
            (403, "SignatureDoesNotMatch", "access key, the secret"),
            (403, "UnrecognizedClientException", "access key, the secret"),
            (403, "RequestExpired", "machine's clock"),
            (429, "ThrottledClientException", "Wait a little"),
            (400, "ThrottlingException", "Wait a little"),
            (429, "SomethingNew", "Wait a little"),
            (400, "ResourceLimitExceededException", "higher quota"),
            (409, "ConflictException", "there already"),
            (503, "ServiceUnavailableException", "Health Dashboard"),
            (502, "HTTP502", "Health Dashboard"),
            (404, "UnknownOperationException", "endpoint URL"),
        ])
    func advice(status: Int, code: String, words: String) async throws {
        let error = try await error(.answer(status, #"{"Message":"m"}"#, headers: ["x-amzn-ErrorType": code]))

        #expect(error.advice.contains(words), "\(error.advice)")
    }

    @Test("a failure of the service is not called a refusal")
    func failureOrRefusal() async throws {
        let failed = try await error(.answer(500, #"{"Code":"ServiceFailure","Message":"Oops"}"#))
        let refused = try await error(.answer(403, #"{"Code":"Forbidden","Message":""}"#))

        #expect(failed.summary == "DescribeAppInstanceUserEndpoint failed: Oops.")
        #expect(
            refused.summary
                == "DescribeAppInstanceUserEndpoint was refused: HTTP status 403 without a message.")
    }

    @Test("without an answer the network is to be checked, unless the person gave up")
    func transport() async throws {
        let lost = try await error(.failure(.cannotConnect("h:1")))
        let cancelled = try await error(.failure(.cancelled))

        #expect(lost == .transport(.cannotConnect("h:1")))
        #expect(
            lost.description
                == "Cannot connect to h:1: nothing answers there. Check the network and the endpoint URL, then try again."
        )
        #expect(cancelled.description == "The request was cancelled.")
        #expect(cancelled.requestId == nil && cancelled.kind == nil && cancelled.code == nil)
    }

    @Test("missing credentials are a matter of configuration")
    func configuration() async throws {
        let nothing = ProcessEnvironment(
            variables: ["AWS_EC2_METADATA_DISABLED": "true"], homeDirectory: "/"
        ) { _ in nil }
        let transport = RecordingTransport(.answer(200))
        let client = IdentityClient(
            service: ServiceClient(
                transport: transport,
                credentials: CredentialChain(
                    context: CredentialSource.Context(
                        environment: nothing, profiles: try ProfileFiles(nothing),
                        profile: ProfileSelection(name: "support", origin: .standard), region: nil,
                        tools: CredentialTools(transport: transport, metadataTransport: transport))),
                region: "us-east-1", endpoint: try EndpointURL("https://h"), signingName: "chime"))

        await #expect {
            try await client.perform(Operations.listAppInstances, ListAppInstancesRequest())
        } throws: { error in
            guard case IdentityError.configuration = error else { return false }
            return "\(error)".contains("'support'")
        }
    }
}
