import Foundation
import Glibc

/// Writes results to stdout.
enum Output {
    /// Writes a text. A reader that has gone away ends the program quietly.
    static func write(_ text: String) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
        } catch {
            exit(0)
        }
    }
}
