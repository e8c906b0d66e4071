import ChimeIdentity
import Dispatch
import Foundation
import Synchronization

/// Runs effects against the service, off the main thread. The only user of Dispatch queues and timers.
///
/// Reads are single-flight: while a query is under way, asking for it again shares its answer. Writes are
/// neither cancelled nor shared: what a person asked for is sent once and its outcome is always delivered.
public final class EffectRunner: Sendable {
    /// What the runner tells the main thread.
    public enum Event: Sendable {
        /// Told to the screens that asked, as their tickets say.
        case toHolders([Ticket], Message)
        /// Told to every screen.
        case toAll(Message)
        /// The code of an MFA device is wanted.
        case codeWanted(CodeRequest)
        /// A text was to be copied.
        case copied(CopyItem, CopyOutcome)
    }

    /// Puts a text on the clipboard of this machine's display and returns the name of the program that has done it; nil
    /// where there is none.
    public typealias Clipboard = @Sendable (String) async -> String?

    private struct State {
        var flights: [Query: Flight] = [:]
        var flightCount = 0
        var endedWrites = 0
        /// The names of endpoints as last read, by EndpointId. Untrusted text.
        var deviceNames: [String: String] = [:]
        var batchCount = 0
        var outstanding = 0
        var refreshTimer: DispatchTimer?
        var idleWaiters: [CheckedContinuation<Void, Never>] = []
    }

    private struct Flight: Sendable {
        let number: Int
        var tickets: [Ticket]
        var task: Task<Void, Never>?
        var slowTimer: DispatchTimer?
    }

    private let service: ServiceAccess
    private let codeDesk: CodeDesk?
    private let journal: ActivityJournal
    private let clipboard: Clipboard
    private let now: @Sendable () -> Date
    private let post: @Sendable (Event) -> Void
    private let queue = DispatchQueue(label: "carillon.effects", attributes: .initiallyInactive)
    private let executor: DispatchQueueExecutor
    private let state = Mutex(State())

    /// How long a read may take before its screen says that it is under way.
    static let slowAfter = DispatchTimeInterval.milliseconds(200)

    /// Makes a runner. It does nothing until it is activated, so that the first frame is drawn before anything
    /// touches the network or looks for credentials.
    ///
    /// - Parameters:
    ///   - service: The way to the service.
    ///   - codeDesk: Where codes of MFA devices are waited for.
    ///   - journal: Where it is kept what was changed and what went wrong.
    ///   - clipboard: Puts a text on the clipboard of a display.
    ///   - now: The clock.
    ///   - post: Hands an event to the main thread; called on the runner's queue.
    public init(
        service: ServiceAccess, codeDesk: CodeDesk? = nil, journal: ActivityJournal = ActivityJournal(),
        clipboard: @escaping Clipboard = { _ in nil }, now: @escaping @Sendable () -> Date = { Date() },
        post: @escaping @Sendable (Event) -> Void
    ) {
        self.service = service
        self.codeDesk = codeDesk
        self.journal = journal
        self.clipboard = clipboard
        self.now = now
        self.post = post
        executor = DispatchQueueExecutor(queue: queue)
    }

    deinit {
        // Dispatch traps where a queue is released that was never active.
        queue.activate()
    }

    /// Starts what was asked for so far, and lets the rest start at once.
    public func activate() {
        queue.activate()
    }

    /// Finds out what the program talks to and tells every screen.
    public func resolveSession() {
        post(.toAll(.session(.resolving)))
        run {
            do {
                let info = try await self.service.connection().info
                self.post(.toAll(.session(.ready(info))))
            } catch {
                self.post(.toAll(.session(.failed(Failure(error)))))
            }
        }
    }

    /// Goes on with another profile or region, and finds out what the program then talks to.
    public func choose(_ name: String, for part: SessionChoice.Part) {
        service.choose(name, for: part)
        resolveSession()
    }

    /// Hands in the code that the person has entered; nil for none.
    public func answer(_ request: CodeRequest, with code: String?) {
        codeDesk?.answer(request, with: code)
    }

    /// Puts a text on the clipboard, or says that the terminal is to do it.
    public func copy(_ item: CopyItem) {
        run {
            let program = await self.clipboard(item.text)
            self.post(.copied(item, program.map(CopyOutcome.program) ?? .terminal))
        }
    }

    /// Reads from the service, or shares the answer of the same read under way.
    public func load(_ query: Query, for ticket: Ticket) {
        let number: Int? = state.withLock { state in
            if state.flights[query] != nil {
                state.flights[query]?.tickets.append(ticket)
                return nil
            }
            state.flightCount += 1
            state.flights[query] = Flight(number: state.flightCount, tickets: [ticket])
            return state.flightCount
        }
        guard let number else { return }
        let task = run {
            var result: Result<QueryResult, Failure>
            var writesBefore: Int
            repeat {
                writesBefore = self.endedWrites
                do {
                    result = .success(try await query.answer(from: self.service, journal: self.journal))
                } catch {
                    result = .failure(Failure(error))
                }
                // What was read before a write ended may be older than what the write has read back.
            } while writesBefore != self.endedWrites && !Task.isCancelled
            await self.record(result, of: query)
            self.land(query, number: number, result)
        }
        let slowTimer = DispatchTimer.once(after: Self.slowAfter, on: queue) { [weak self] in
            self?.reportSlow(query, number: number)
        }
        let isUnderWay = state.withLock { state in
            guard state.flights[query]?.number == number else { return false }
            state.flights[query]?.task = task
            state.flights[query]?.slowTimer = slowTimer
            return true
        }
        if !isUnderWay { slowTimer.cancel() }
    }

    /// Stops the reads that only a closed screen waits for. Its writes go on.
    public func cancelReads(of screen: Int) {
        let abandoned = state.withLock { state -> [Flight] in
            for query in Array(state.flights.keys) {
                state.flights[query]?.tickets.removeAll { $0.screen == screen }
            }
            let abandoned = state.flights.filter { $0.value.tickets.isEmpty }
            for query in abandoned.keys { state.flights[query] = nil }
            return Array(abandoned.values)
        }
        for flight in abandoned {
            flight.slowTimer?.cancel()
            flight.task?.cancel()
        }
    }

    /// Sends a write, reads back what it has done, and tells every screen.
    public func write(_ write: Write, isUndo: Bool) {
        post(.toAll(.writing(write)))
        run { await self.send(write, isUndo: isUndo, batch: nil) }
    }

    /// Sends writes one after the other, whatever comes of those before, and tells every screen of each.
    public func writeAll(_ writes: [Write], isUndo: Bool) {
        let batch = state.withLock { state in
            state.batchCount += 1
            return state.batchCount
        }
        post(.toAll(.writingAll(writes)))
        run {
            for write in writes {
                self.post(.toAll(.writing(write)))
                await self.send(write, isUndo: isUndo, batch: batch)
            }
        }
    }

    /// The name, as last read, of the endpoint that a write is about. Untrusted text.
    public func deviceName(of write: Write) -> String? {
        write.endpointId.flatMap { endpointId in state.withLock { $0.deviceNames[endpointId] } }
    }

    private func send(_ write: Write, isUndo: Bool, batch: Int?) async {
        let result: Result<WriteConfirmation, Failure>
        let sent = SentRequests()
        do {
            let client = try await service.client.reporting(to: sent.note)
            result = .success(try await write.perform(with: client))
        } catch {
            result = .failure(Failure(error))
        }
        let outcome = WriteOutcome(write: write, result: result, at: now(), isUndo: isUndo, batch: batch)
        let name = deviceName(of: write)
        await record(
            ActivityEntry(outcome, deviceName: name, operations: sent.operations, requestIds: sent.ids))
        state.withLock { $0.endedWrites += 1 }
        post(.toAll(.written(outcome)))
    }

    /// Keeps that a read has failed, unless it did so the last time as well.
    private func record(_ result: Result<QueryResult, Failure>, of query: Query) async {
        guard !Task.isCancelled, query.operation != nil, journal.isNew(result.failure, of: query),
            let failure = result.failure
        else { return }
        await record(ActivityEntry(failure, reading: query, at: now()))
    }

    private func record(_ entry: ActivityEntry) async {
        var entry = entry
        if let connection = await service.established {
            entry.profile = connection.info.profile
            entry.region = connection.info.region
            entry.principal = await connection.client.principal()
        }
        journal.record(entry)
    }

    /// Tells every screen at this interval that a refresh is due; nil stops it.
    ///
    /// - Parameter interval: Seconds, more than 0.
    public func refresh(every interval: TimeInterval?) {
        let timer = interval.map { interval in
            DispatchTimer.every(interval, on: queue) { [weak self] in self?.post(.toAll(.refreshDue)) }
        }
        let previous = state.withLock { state in
            defer { state.refreshTimer = timer }
            return state.refreshTimer
        }
        previous?.cancel()
    }

    /// Returns when no read or write is under way.
    public func waitUntilIdle() async {
        await withCheckedContinuation { continuation in
            let isIdle = state.withLock { state in
                if state.outstanding > 0 { state.idleWaiters.append(continuation) }
                return state.outstanding == 0
            }
            if isIdle { continuation.resume() }
        }
    }

    @discardableResult
    private func run(_ body: @escaping @Sendable () async -> Void) -> Task<Void, Never> {
        state.withLock { $0.outstanding += 1 }
        return Task(executorPreference: executor) {
            await body()
            let waiters = self.state.withLock { state in
                state.outstanding -= 1
                guard state.outstanding == 0 else { return [CheckedContinuation<Void, Never>]() }
                defer { state.idleWaiters = [] }
                return state.idleWaiters
            }
            for waiter in waiters { waiter.resume() }
        }
    }

    private func land(_ query: Query, number: Int, _ result: Result<QueryResult, Failure>) {
        let flight = state.withLock { state -> Flight? in
            guard state.flights[query]?.number == number else { return nil }
            return state.flights.removeValue(forKey: query)
        }
        guard let flight else { return }
        if case .success(.endpoints(let endpoints)) = result {
            state.withLock { state in
                for endpoint in endpoints { state.deviceNames[endpoint.endpointId] = endpoint.name }
            }
        }
        flight.slowTimer?.cancel()
        post(.toHolders(flight.tickets, .loaded(query, result, at: now())))
    }

    private var endedWrites: Int { state.withLock { $0.endedWrites } }

    private func reportSlow(_ query: Query, number: Int) {
        let tickets = state.withLock { state in
            state.flights[query]?.number == number ? state.flights[query]?.tickets : nil
        }
        if let tickets { post(.toHolders(tickets, .slow(query))) }
    }
}
