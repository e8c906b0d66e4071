import Foundation
import Workload

// Writes a file of signed requests for `whole/replay.lua`.
guard CommandLine.arguments.count == 7, let port = Int(CommandLine.arguments[2]),
    let first = Int(CommandLine.arguments[3]), let end = Int(CommandLine.arguments[4]), first < end,
    let count = Int(CommandLine.arguments[5]),
    let operation = IdentityRequests.Operation(rawValue: CommandLine.arguments[1])
else {
    FileHandle.standardError.write(
        Data("usage: requests list|describe|update|register PORT FIRST-USER END-USER COUNT FILE\n".utf8))
    exit(64)
}
try RequestFile(operation, port: port, users: first..<end)
    .write(count, to: URL(filePath: CommandLine.arguments[6]))
