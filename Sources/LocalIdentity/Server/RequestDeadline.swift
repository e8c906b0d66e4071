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
    private var isScheduled = false
    /// Whether more would be read if it came. It is not while the client leaves answers lying.
    private var isReading = false

    /// - Parameter limit: From a request's first byte to its last.
    init(limit: TimeAmount) {
        self.limit = limit
    }

    func handlerAdded(context: ChannelHandlerContext) {
        // Only what stands before the HTTP decoder sees a head that is not complete.
        let tap = SocketTap { [weak self] context in self?.begin(context) }
        try? context.pipeline.syncOperations.addHandler(tap, position: .first)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        // It may have come with the end of the one before.
        case .head: begin(context)
        case .body: break
        case .end: deadline = nil
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        isReading = false
        context.fireChannelReadComplete()
    }

    func read(context: ChannelHandlerContext) {
        isReading = true
        context.read()
    }

    private func begin(_ context: ChannelHandlerContext) {
        guard deadline == nil else { return }
        deadline = .now() + limit
        schedule(context)
    }

    /// One timer a connection at the most, which is not touched by every request: it looks when it rings.
    private func schedule(_ context: ChannelHandlerContext) {
        guard !isScheduled, let deadline else { return }
        isScheduled = true
        let channel = context.channel
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(deadline: deadline) {
            guard channel.isActive else { return }
            let (handler, context) = bound.value
            handler.ring(context)
        }
    }

    private func ring(_ context: ChannelHandlerContext) {
        isScheduled = false
        guard let deadline else { return }
        if deadline > .now() {
            schedule(context)
        } else if isReading {
            context.close(promise: nil)
        } else {
            self.deadline = .now() + limit
            schedule(context)
        }
    }
}
