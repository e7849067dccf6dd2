package dev.supportpulse.benchmarks.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpResponseDecoder;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Load on one address from one thread, until closed.
 *
 * <p>With an open {@link Pace} requests become due by the clock, whether or not earlier ones are
 * answered, and latency counts from when a request was due: a server that stalls is charged for all
 * who would have come meanwhile (no coordinated omission).
 */
public final class Load implements AutoCloseable {

  private static final int SIGNIFICANT_DIGITS = 3;
  private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final long TICK_MICROS = 200;

  private final EventLoopGroup thread = new NioEventLoopGroup(1);
  private final Requests requests;
  private final Pace pace;
  private final long start = System.nanoTime();
  private long restarted = start;

  // All of this belongs to the one thread.
  private final Deque<Connection> idle = new ArrayDeque<>();
  private Histogram latency = histogram();
  private long refused;
  private long sent;
  private boolean closing;
  private @Nullable Throwable failure;

  private Load(Requests requests, Pace pace) {
    this.requests = requests;
    this.pace = pace;
  }

  /** Starts it. */
  public static Load start(URI target, Requests requests, int connections, Pace pace) {
    Load load = new Load(requests, pace);
    for (int i = 0; i < connections; i++) {
      load.connect(target);
    }
    if (pace.open()) {
      Future<?> unused = // ends with the thread
          load.thread.scheduleAtFixedRate(
              load::sendDue, TICK_MICROS, TICK_MICROS, TimeUnit.MICROSECONDS);
    }
    return load;
  }

  private void connect(URI target) {
    new Bootstrap()
        .group(thread)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .handler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                channel
                    .pipeline()
                    .addLast(new HttpResponseDecoder())
                    .addLast(new Connection(channel, new Answers()));
              }
            })
        .connect(target.getHost(), target.getPort())
        .addListener(
            connected -> {
              if (!connected.isSuccess()) {
                failure = connected.cause();
              }
            });
  }

  private void sendDue() {
    long now = System.nanoTime() - start;
    long due = pace.dueAfter(now);
    while (sent < due && !idle.isEmpty()) {
      idle.pop().send(requests, start + pace.dueAt(sent++));
    }
  }

  /**
   * Watches for so long and says what was answered meanwhile.
   *
   * @throws IllegalStateException if a connection was lost
   */
  public Window watch(Duration length) throws InterruptedException {
    restart();
    Thread.sleep(length.toMillis());
    return sinceRestart();
  }

  /** Forgets what was answered until now. */
  public void restart() {
    exchange();
    restarted = System.nanoTime();
  }

  /**
   * What was answered since {@link #restart()}.
   *
   * @throws IllegalStateException if a connection was lost
   */
  public Window sinceRestart() {
    Counts counts = exchange();
    long now = System.nanoTime();
    Duration length = Duration.ofNanos(now - restarted);
    restarted = now;
    return new Window(counts.latency, counts.refused, length, requests.events());
  }

  /** Takes what was counted and counts on from zero. */
  private Counts exchange() {
    CompletableFuture<Counts> counts = new CompletableFuture<>();
    thread.execute(
        () -> {
          if (failure != null) {
            counts.completeExceptionally(new IllegalStateException("load ended", failure));
          } else {
            counts.complete(new Counts(latency, refused));
            latency = histogram();
            refused = 0;
          }
        });
    return counts.join();
  }

  private static Histogram histogram() {
    return new Histogram(LONGEST_NANOS, SIGNIFICANT_DIGITS);
  }

  @Override
  public void close() {
    thread.execute(() -> closing = true);
    thread.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private record Counts(Histogram latency, long refused) {}

  private final class Answers implements Connection.Listener {

    @Override
    public void connected(Connection connection) {
      free(connection);
    }

    @Override
    public void answered(Connection connection, int status, long dueNanos) {
      if (status == 202) {
        latency.recordValue(Math.min(LONGEST_NANOS, System.nanoTime() - dueNanos));
      } else {
        refused++;
      }
      free(connection);
    }

    private void free(Connection connection) {
      if (pace.open()) {
        idle.add(connection); // behind the others: the server closes one that is never used
        sendDue();
      } else {
        connection.send(requests, System.nanoTime());
      }
    }

    @Override
    public void lost(Throwable cause) {
      if (!closing) {
        failure = cause;
      }
    }
  }
}
