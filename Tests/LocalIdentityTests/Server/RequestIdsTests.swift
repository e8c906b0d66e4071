import Foundation
import Testing

@testable import LocalIdentity

@Suite("The names of requests")
struct RequestIdsTests {
    @Test("are UUIDs, each another")
    func uuids() {
        let ids = RequestIds()
        let names = (0..<1000).map { _ in ids.next() }

        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { UUID(uuidString: $0)?.uuidString.lowercased() == $0 })
        #expect(names.allSatisfy { $0.dropFirst(14).first == "4" })
        #expect(RequestIds().next() != RequestIds().next())
    }
}
