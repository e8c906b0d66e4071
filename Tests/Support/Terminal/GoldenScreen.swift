import Foundation
import TerminalUI
import Testing

/// Screens that are written down in files, so that the expected screen is the assertion.
///
/// The file of a screen is `Golden/NAME.txt` beside the test. With `CARILLON_RECORD_GOLDEN=1` in the
/// environment the files are written anew; look at the difference before committing it.
public enum GoldenScreen {
    private static let recordVariable = "CARILLON_RECORD_GOLDEN"

    /// Expects a frame to look, in text and styles, as its file says.
    public static func expect(
        _ frame: FrameBuffer, is name: String, file: String = #filePath,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let drawn = ScreenText(frame)
        let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "Golden")
        let path = folder.appending(path: name + ".txt")
        do {
            if ProcessInfo.processInfo.environment[recordVariable] == "1" {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try Data(drawn.description.utf8).write(to: path)
                return
            }
            guard let text = try? String(contentsOf: path, encoding: .utf8), let wanted = ScreenText(text)
            else {
                Issue.record(
                    "There is no golden screen '\(name)'; \(recordVariable)=1 writes it.\n\(drawn)",
                    sourceLocation: sourceLocation)
                return
            }
            guard let difference = ScreenDifference(wanted: wanted, drawn: drawn) else { return }
            Issue.record(
                "The screen is not '\(name)'; \(recordVariable)=1 writes it anew.\n\(difference)",
                sourceLocation: sourceLocation)
        } catch {
            Issue.record(error, sourceLocation: sourceLocation)
        }
    }
}
