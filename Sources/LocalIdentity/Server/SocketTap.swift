import NIOCore

/// Stands between a connection's socket and all that makes HTTP of its bytes.
///
/// Runs on the event loop of its connection alone.
final class SocketTap: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let onBytes: (ByteBuffer, ChannelHandlerContext) -> Void

    /// - Parameter onBytes: Called when bytes have come in, before they are decoded.
    init(onBytes: @escaping (ByteBuffer, ChannelHandlerContext) -> Void) {
        self.onBytes = onBytes
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        onBytes(unwrapInboundIn(data), context)
        context.fireChannelRead(data)
    }

    /// Ends a connection behind some last text, whatever else is to go out by it.
    static func end(_ channel: any Channel, after text: String) async {
        let ended = channel.eventLoop.submit {
            guard let context = try? channel.pipeline.syncOperations.context(handlerType: Self.self) else {
                return
            }
            if !text.isEmpty {
                context.writeAndFlush(NIOAny(context.channel.allocator.buffer(string: text)), promise: nil)
            }
            context.close(promise: nil)
        }
        try? await ended.get()
    }
}
