import Crypto
import Foundation

/// Where the next page of a list starts, sealed: bound to the operation and the list it came from, and refused
/// when it was tampered with.
///
/// It names the last row of the page before, so rows that come or go in between are neither repeated nor skipped.
struct PageToken {
    private static let macLength = 32
    private let key: SymmetricKey
    private let list: String

    /// - Parameter list: The operation and what is listed.
    init(key: SymmetricKey, list: String) {
        self.key = key
        self.list = list
    }

    /// The token for the rows after one.
    func seal(after row: Int64) -> String {
        let payload = withUnsafeBytes(of: row.littleEndian) { Data($0) }
        return (payload + mac(of: payload)).base64EncodedString()
            .replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }

    /// The row that a token names; 0 where there is no token.
    ///
    /// - Throws: `ServiceFault` where the token is not one of this list's.
    func open(_ token: String?) throws(ServiceFault) -> Int64 {
        guard let token else { return 0 }
        let padded = token.replacingOccurrences(of: "-", with: "+")
            .replacingOccurrences(of: "_", with: "/")
            .padding(toLength: (token.count + 3) / 4 * 4, withPad: "=", startingAt: 0)
        guard let data = Data(base64Encoded: padded), data.count == 8 + Self.macLength else {
            throw ServiceFault(.badRequest, "NextToken is not one that this operation has given.")
        }
        let payload = data.prefix(8)
        guard
            HMAC<SHA256>.isValidAuthenticationCode(
                data.dropFirst(8), authenticating: sealed(Data(payload)), using: key)
        else {
            throw ServiceFault(.badRequest, "NextToken is not one that this operation has given.")
        }
        return payload.enumerated().reduce(0) { $0 | Int64($1.element) << (8 * $1.offset) }
    }

    private func mac(of payload: Data) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: sealed(payload), using: key))
    }

    private func sealed(_ payload: Data) -> Data {
        payload + Data(list.utf8)
    }
}
