import Foundation
import Glibc

/// The sequence by which a program asks a terminal to put a text on the clipboard (OSC 52 of xterm's control
/// sequences), packed for the multiplexer that stands between them.
enum ClipboardSequence {
    /// What stands between the program and the terminal.
    enum Multiplexer: Sendable, Hashable {
        /// Nothing.
        case none
        /// tmux.
        case tmux
        /// GNU screen.
        case screen

        /// What the environment says of it.
        static func current() -> Multiplexer {
            if getenv("TMUX") != nil { return .tmux }
            return getenv("STY") != nil ? .screen : .none
        }
    }

    /// The most bytes of text: terminals take 100,000 bytes of Base64, or fewer than that.
    static let limit = 74_994
    /// The most bytes that GNU screen passes on in one piece, with room for what surrounds them.
    private static let screenPiece = 240

    /// The sequence; nil where the text is too long.
    static func of(_ text: String, through multiplexer: Multiplexer) -> String? {
        guard text.utf8.count <= limit else { return nil }
        let bare = "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{07}"
        switch multiplexer {
        case .none: return bare
        // tmux either takes the sequence itself or passes on what is packed for that, as its options say; what it does
        // not take it drops.
        case .tmux:
            let packed = bare.replacingOccurrences(of: "\u{1B}", with: "\u{1B}\u{1B}")
            return bare + "\u{1B}Ptmux;\(packed)\u{1B}\\"
        case .screen:
            let bytes = Array(bare.utf8)
            return stride(from: 0, to: bytes.count, by: screenPiece).map { start in
                let piece = bytes[start..<min(start + screenPiece, bytes.count)]
                return "\u{1B}P\(String(decoding: piece, as: UTF8.self))\u{1B}\\"
            }.joined()
        }
    }
}
