// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "carillon-fuzzing",
    dependencies: [.package(name: "carillon", path: "..")],
    targets: [
        .target(
            name: "Harness", dependencies: [.product(name: "LocalIdentity", package: "carillon")]),
        .executableTarget(
            name: "FuzzRequests", dependencies: ["Harness"],
            swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
        .executableTarget(
            name: "FuzzSignatures", dependencies: ["Harness"],
            swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    ]
)
