// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "carillon",
    products: [
        .executable(name: "carillon", targets: ["carillon"]),
        // For the package in Benchmarks/.
        .library(name: "LocalIdentity", targets: ["AWSClient", "ChimeIdentity", "LocalIdentity"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.9.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        .executableTarget(
            name: "carillon",
            dependencies: [
                "AWSClient", "ChimeIdentity", "LocalIdentity", "NCursesTerminal", "Screens", "Settings",
                "TerminalUI", "ViewModels",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .systemLibrary(
            name: "CNCurses", providers: [.apt(["libncursesw5-dev"])]),
        .target(name: "CCurl"),
        .target(
            name: "AWSClient",
            dependencies: [
                "CCurl",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .target(name: "ChimeIdentity", dependencies: ["AWSClient"]),
        .target(
            name: "LocalIdentity",
            dependencies: [
                "AWSClient", "ChimeIdentity",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        .target(name: "TerminalUI"),
        .target(name: "ViewModels", dependencies: ["ChimeIdentity"]),
        .target(name: "Screens", dependencies: ["TerminalUI", "ViewModels"]),
        .target(
            name: "Settings",
            dependencies: [
                "AWSClient", "ChimeIdentity", "Screens", "TerminalUI",
                .product(name: "Yams", package: "Yams"),
            ]),
        .target(name: "NCursesTerminal", dependencies: ["TerminalUI", "CNCurses"]),
        .target(
            name: "TestSupport",
            dependencies: [
                "AWSClient", "ChimeIdentity", "LocalIdentity", "Screens", "TerminalUI", "ViewModels",
            ], path: "Tests/Support", exclude: ["python"]),
        .testTarget(
            name: "AWSClientTests",
            dependencies: [
                "AWSClient", "TestSupport",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ], resources: [.copy("Fixtures")]),
        .testTarget(
            name: "ChimeIdentityTests", dependencies: ["AWSClient", "ChimeIdentity"],
            resources: [.copy("Fixtures")]),
        .testTarget(
            name: "LocalIdentityTests",
            dependencies: [
                "AWSClient", "ChimeIdentity", "LocalIdentity",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(name: "LayeringTests"),
        .testTarget(
            name: "TerminalUITests", dependencies: ["TerminalUI", "TestSupport"],
            exclude: ["Fixtures", "Widgets/Golden"]),
        .testTarget(
            name: "NCursesTerminalTests",
            dependencies: ["CNCurses", "NCursesTerminal", "TerminalUI", "TestSupport"]),
        .testTarget(name: "ViewModelsTests", dependencies: ["AWSClient", "ChimeIdentity", "ViewModels"]),
        .testTarget(
            name: "SettingsTests", dependencies: ["AWSClient", "Screens", "Settings", "TerminalUI"]),
        .testTarget(
            name: "ScreensTests",
            dependencies: ["ChimeIdentity", "Screens", "TerminalUI", "TestSupport", "ViewModels"],
            exclude: ["Golden"]),
    ]
)
