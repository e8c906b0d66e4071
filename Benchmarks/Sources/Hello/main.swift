import Foundation
import Hummingbird
import Logging

// The yardstick for the local service: what Hummingbird does on this machine when it has nothing to do.
let router = Router()
router.get("hello") { _, _ in "hello" }
let application = Application(
    router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
    onServerRunning: { channel in
        // Written at once: what print keeps back for a pipe, nobody would wait for.
        FileHandle.standardOutput.write(
            Data("listening on http://127.0.0.1:\(channel.localAddress?.port ?? 0)\n".utf8))
    },
    logger: Logger(label: "hello") { _ in SwiftLogNoOpLogHandler() })
try await application.runService()
