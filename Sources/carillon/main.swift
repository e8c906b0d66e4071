import ArgumentParser
import Foundation
import Glibc

// A reader that goes away, such as head, must not end the program with a signal's status and message.
signal(SIGPIPE, SIG_IGN)

do {
    var command = try Carillon.parseAsRoot()
    if let asynchronous = command as? any ServiceCommand {
        Task.detached {
            await Launcher.finish { try await asynchronous.perform() }
        }
        dispatchMain()
    }
    // The terminal program runs on the main thread: ncurses is not thread-safe.
    try command.run()
} catch let failure as CommandFailure {
    failure.exit()
} catch {
    Carillon.exit(withError: error)
}
