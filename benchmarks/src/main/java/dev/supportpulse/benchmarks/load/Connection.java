package dev.supportpulse.benchmarks.load;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;

/** One kept-alive connection with at most one request under way. Lives on its event loop. */
final class Connection extends SimpleChannelInboundHandler<HttpObject> {

  /** Who is told of each answer. */
  interface Listener {
    void connected(Connection connection);

    void answered(Connection connection, int status, long dueNanos);

    void lost(Throwable cause);
  }

  private final Channel channel;
  private final Listener listener;
  private int status;
  private long dueNanos;

  Connection(Channel channel, Listener listener) {
    this.channel = channel;
    this.listener = listener;
  }

  /**
   * Sends a request.
   *
   * @param due when it should have been sent ({@link System#nanoTime()}): latency counts from there
   */
  void send(Requests requests, long due) {
    dueNanos = due;
    ChannelFuture unused = // a failure closes the channel, which is told
        channel.writeAndFlush(requests.next(channel.alloc()), channel.voidPromise());
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    listener.connected(this);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
    if (part instanceof HttpResponse response) {
      status = response.status().code();
    }
    if (part instanceof LastHttpContent) {
      listener.answered(this, status, dueNanos);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    listener.lost(new IllegalStateException("the server closed a connection"));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    listener.lost(cause);
  }
}
