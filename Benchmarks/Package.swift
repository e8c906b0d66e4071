// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "carillon-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "carillon", path: ".."),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .executableTarget(
            name: "hello", dependencies: [.product(name: "Hummingbird", package: "hummingbird")],
            path: "Sources/Hello"),
        .target(
            name: "Workload", dependencies: [.product(name: "LocalIdentity", package: "carillon")]),
        .executableTarget(name: "requests", dependencies: ["Workload"], path: "Sources/Requests"),
        .executableTarget(
            name: "Parts",
            dependencies: ["Workload", .product(name: "Benchmark", package: "benchmark")],
            path: "Benchmarks/Parts", plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    ]
)
