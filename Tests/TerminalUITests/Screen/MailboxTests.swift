import Foundation
import Glibc
import Testing

@testable import TerminalUI

/// Other threads leave messages and wake the one that waits.
@Suite struct MailboxTests {
    private func isReadable(_ descriptor: Int32) -> Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 0) == 1
    }

    @Test func messagesAreTakenInOrderAndOnce() {
        let mailbox = Mailbox<Int>()
        #expect(!isReadable(mailbox.descriptor))
        mailbox.post(1)
        mailbox.post(2)
        #expect(isReadable(mailbox.descriptor))
        #expect(mailbox.drain() == [1, 2])
        #expect(!isReadable(mailbox.descriptor))
        #expect(mailbox.drain() == [])
    }

    @Test func noMessageOfManyThreadsIsLostOrSleptThrough() {
        let mailbox = Mailbox<Int>()
        let threads = 8
        let messages = 500
        var received: [Int] = []
        for thread in 0..<threads {
            Thread.detachNewThread {
                for number in 0..<messages { mailbox.post(thread * messages + number) }
            }
        }
        while received.count < threads * messages {
            var waiting = pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0)
            // A message without a wake-up would end the wait without a readable descriptor.
            guard poll(&waiting, 1, 10_000) == 1 else { break }
            received += mailbox.drain()
        }
        #expect(received.count == threads * messages)
        for thread in 0..<threads {
            let own = received.filter { $0 / messages == thread }
            #expect(own == Array(thread * messages..<(thread + 1) * messages))
        }
    }

    @Test func noChildProcessInheritsIt() {
        let mailbox = Mailbox<Int>()
        #expect(fcntl(mailbox.descriptor, F_GETFD) & FD_CLOEXEC != 0)
    }
}
