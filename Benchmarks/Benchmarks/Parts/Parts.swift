import Benchmark
import Workload

/// What the service does for a request, part by part and in one, without a socket.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .throughput], warmupIterations: 3, scalingFactor: .kilo,
        maxDuration: .seconds(3), maxIterations: 1000)

    Benchmark("sign a request") { benchmark, workload in
        let request = workload.unsigned(.list)
        for _ in benchmark.scaledIterations { blackHole(workload.signed(request)) }
    } setup: {
        try await ServiceWorkload()
    }

    Benchmark("decode a page of 50 endpoints") { benchmark, workload in
        for _ in benchmark.scaledIterations { blackHole(try workload.decodePage()) }
    } setup: {
        try await ServiceWorkload()
    }

    let answered: [(name: String, operation: IdentityRequests.Operation)] = [
        ("verify a signature", .unknown), ("ListAppInstanceUserEndpoints", .list),
        ("DescribeAppInstanceUserEndpoint", .describe), ("UpdateAppInstanceUserEndpoint, alone", .update),
    ]
    for (name, operation) in answered {
        Benchmark(name) { benchmark, workload in
            let request = workload.incoming(operation)
            for _ in benchmark.scaledIterations { blackHole(await workload.service.respond(to: request)) }
        } setup: {
            try await ServiceWorkload()
        }
    }
}
