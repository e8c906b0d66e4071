import NIOCore
import NIOHTTPTypes

/// Closes a connection whose request does not arrive in time: who sends a byte now and then could hold as many
/// connections as there are. A connection on which no request has begun may stay.
///
/// Runs on the event loop of its connection alone.
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limit: TimeAmount
    /// When the request that is arriving has to be there; nil between requests.
    private var deadline: NIODeadline?
    private var timer: Scheduled<Void>?
    /// How many requests that are there wait for their answers, or for the client to read them: -1 where one was
    /// answered before it was there. Nothing behind them is read as long as they wait, so that it is not late.
    private var owed = 0

    /// - Parameter limit: From a request's first byte to its last.
    init(limit: TimeAmount) {
        self.limit = limit
    }

    func handlerAdded(context: ChannelHandlerContext) {
        // Only what stands before the HTTP decoder sees a head that is not complete.
        let tap = SocketTap { [weak self] bytes, context in
            // Line ends before a request are to be ignored (RFC 9112, section 2.2).
            let isBlank = bytes.readableBytesView.allSatisfy {
                $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n")
            }
            if !isBlank { self?.begin(context) }
        }
        try? context.pipeline.syncOperations.addHandler(tap, position: .first)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        // It may have come with the end of the one before.
        case .head: begin(context)
        case .body: break
        case .end:
            deadline = nil
            owed += 1
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { owed -= 1 }
        context.write(data, promise: promise)
    }

    func channelInactive(context: ChannelHandlerContext) {
        stop()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        stop()
    }

    private func stop() {
        deadline = nil
        timer?.cancel()
        timer = nil
    }

    private func begin(_ context: ChannelHandlerContext) {
        guard deadline == nil else { return }
        deadline = .now() + limit
        schedule(context)
    }

    /// One timer a connection at the most, which is not touched by every request: it looks when it rings.
    private func schedule(_ context: ChannelHandlerContext) {
        guard timer == nil, let deadline else { return }
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleTask(deadline: deadline) {
            let (handler, context) = bound.value
            handler.ring(context)
        }
    }

    private func ring(_ context: ChannelHandlerContext) {
        timer = nil
        guard let deadline else { return }
        if deadline > .now() {
            schedule(context)
        } else if owed <= 0 {
            context.close(promise: nil)
        } else {
            self.deadline = .now() + limit
            schedule(context)
        }
    }
}
