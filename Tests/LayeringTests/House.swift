/// The targets of the package and what each may import: the table of `docs/architecture.md`.
enum House {
    /// Modules of the toolchain, free for all. FoundationNetworking is not among them: HTTP is libcurl's.
    static let toolchain: Set<String> = [
        "Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Synchronization",
    ]

    /// Every folder of `Sources/`, with the modules that its Swift files may import beyond the toolchain's.
    static let imports: [String: Set<String>] = [
        "CCurl": [],
        "CNCurses": [],
        "AWSClient": ["CCurl", "Crypto", "Logging", "Subprocess", "SystemPackage"],
        "TerminalUI": [],
        "ChimeIdentity": ["AWSClient"],
        "NCursesTerminal": ["CNCurses", "TerminalUI"],
        "LocalIdentity": [
            "AWSClient", "ChimeIdentity", "Crypto", "GRDB", "GRDBSQLite", "HTTPTypes", "HummingbirdCore",
            "Logging",
            "NIOCore",
            "NIOHTTPTypes", "NIOPosix", "ServiceLifecycle",
        ],
        "ViewModels": ["ChimeIdentity"],
        "Settings": ["AWSClient", "ChimeIdentity", "Screens", "TerminalUI", "Yams"],
        "Screens": ["TerminalUI", "ViewModels"],
        "carillon": [
            "AWSClient", "ArgumentParser", "ChimeIdentity", "LocalIdentity", "Logging", "NCursesTerminal",
            "Screens", "Settings", "TerminalUI", "ViewModels",
        ],
    ]

    /// A file is one idea; past this many lines it is two.
    static let longestFile = 400
}
