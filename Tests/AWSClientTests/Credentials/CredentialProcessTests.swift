import Foundation
import Synchronization
import Testing

@testable import AWSClient

@Suite("A credential process")
struct CredentialProcessTests {
    private func find(_ command: String, _ outcome: ProcessRunner.Outcome) async throws -> Credentials {
        try await TestHome(config: "[profile dev]\ncredential_process = \(command)").find(
            profile: "dev", runProcess: ProcessRunner { _ in outcome }
        ).credentials
    }

    @Test("is given its words as a shell would split them")
    func words() async throws {
        let home = TestHome(
            config: #"[profile dev]\#ncredential_process = /opt/keys --name "two words" 'a b' c\ d"#)
        let given = Mutex<[String]>([])
        let runner = ProcessRunner { words in
            given.withLock { $0 = words }
            return ProcessRunner.Outcome(
                isSuccess: true,
                output: """
                    {"Version": 1, "AccessKeyId": "P", "SecretAccessKey": "s", "SessionToken": "t",
                    "Expiration": "2026-11-19T01:02:03.5Z"}
                    """)
        }
        let found = try await home.find(profile: "dev", runProcess: runner)
        #expect(found.source == "credential process")
        #expect(found.credentials.accessKeyId == "P")
        #expect(found.credentials.expiration == Date(timeIntervalSince1970: 1_795_050_123.5))
        #expect(given.withLock { $0 } == ["/opt/keys", "--name", "two words", "a b", "c d"])
    }

    @Test(
        "that does not give keys says what is wrong",
        arguments: [
            ("{}", "prints another version than 1"), ("no", "prints no JSON with keys"),
            (#"{"Version": 2, "AccessKeyId": "P", "SecretAccessKey": "s"}"#, "prints another version than 1"),
            (#"{"Version": 1, "SecretAccessKey": "s"}"#, "gives no AccessKeyId"),
            (#"{"Version": 1, "AccessKeyId": "P"}"#, "gives no SecretAccessKey"),
            (
                #"{"Version": 1, "AccessKeyId": "P", "SecretAccessKey": "s", "Expiration": "x"}"#,
                "gives an Expiration that is no time"
            ),
        ])
    func wrong(output: String, reason: String) async {
        let error = await #expect(throws: ConfigurationError.self) {
            try await find("/opt/keys", ProcessRunner.Outcome(isSuccess: true, output: output))
        }
        #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
        #expect(error?.description.contains("(/opt/keys)") == true)
    }

    @Test("that fails is quoted")
    func failing() async {
        let error = await #expect(throws: ConfigurationError.self) {
            try await find(
                "/opt/keys", ProcessRunner.Outcome(isSuccess: false, errors: "vault is\n sealed\n"))
        }
        #expect(
            error?.description
                == "The credential_process of the profile 'dev' (/opt/keys) has failed: “vault is sealed”; run it "
                + "yourself to see why.")
    }
}

@Suite("A program that gives keys", .timeLimit(.minutes(1)))
struct ProcessRunnerTests {
    @Test("runs without a shell, and its streams are kept apart")
    func streams() async throws {
        let outcome = try await ProcessRunner.start(
            ["/bin/sh", "-c", "echo \"$1\"; echo err >&2; exit 3", "sh", "$HOME;x"], limit: 30)
        #expect(outcome == ProcessRunner.Outcome(isSuccess: false, output: "$HOME;x\n", errors: "err\n"))
        #expect(try await ProcessRunner.start(["printf", "a%s", "b"], limit: 30).output == "ab")
    }

    @Test("has no terminal and no input")
    func noTerminal() async throws {
        let script = "cat; (: < /dev/tty) 2>/dev/null && echo tty; echo done"
        #expect(try await ProcessRunner.start(["/bin/sh", "-c", script], limit: 30).output == "done\n")
    }

    @Test("that hangs is ended with what it has started")
    func hanging() async throws {
        await #expect(throws: ProcessRunner.Failure.timedOut(after: 0.2)) {
            try await ProcessRunner.start(["/bin/sh", "-c", "sleep 300 & sleep 300"], limit: 0.2)
        }
    }

    @Test("that cannot be started, or prints without end, is a failure")
    func failures() async throws {
        await #expect(throws: ProcessRunner.Failure.cannotStart) {
            try await ProcessRunner.start(["/no/such/program"], limit: 30)
        }
        await #expect(throws: ProcessRunner.Failure.cannotStart) {
            try await ProcessRunner.start(["no-such-program-anywhere"], limit: 30)
        }
        await #expect(throws: ProcessRunner.Failure.printsTooMuch) {
            try await ProcessRunner.start(["/bin/sh", "-c", "yes"], limit: 30)
        }
    }
}
