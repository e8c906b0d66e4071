import AWSClient
import Foundation

/// The clipboard of the display that the program runs on, where it runs on one.
enum DisplayClipboard {
    /// The longest that a program may take, in seconds.
    private static let limit: TimeInterval = 2

    /// Programs that copy, with the variable that says that their display is there.
    private static let programs: [(variable: String, words: [String])] = [
        ("WAYLAND_DISPLAY", ["wl-copy"]),
        ("DISPLAY", ["xclip", "-selection", "clipboard", "-in"]),
        ("DISPLAY", ["xsel", "--clipboard", "--input"]),
    ]

    /// Copies a text and returns the name of the program that has done it; nil where none is there or has succeeded.
    @Sendable static func copy(_ text: String) async -> String? {
        let variables = ProcessInfo.processInfo.environment
        for (variable, words) in programs where variables[variable]?.isEmpty == false {
            if await ProcessRunner.feed(text, to: words, limit: limit) { return words.first }
        }
        return nil
    }
}
