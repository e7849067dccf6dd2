package dev.supportpulse.localstack.launch;

import dev.supportpulse.localstack.Processes;
import dev.supportpulse.localstack.Running;
import dev.supportpulse.localstack.StackException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The whole system while it runs. Every process is noted in the state file as soon as it is known,
 * so that the next start finds it whatever happens to this one.
 */
final class RunningStack implements AutoCloseable {

  /** A part that ends sooner than this after its start isn't started again. */
  private static final Duration MIN_LIFE = Duration.ofMinutes(1);

  private static final Duration START_END_LIMIT = Duration.ofSeconds(3);
  private static final Duration POLL = Duration.ofMillis(20);

  private record Member(Part part, Running running, long startedNanos) {}

  private final Blueprint blueprint;
  private final StateFile state;
  private final RunLock lock;
  private final Report report;
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final BlockingQueue<Member> ended = new LinkedBlockingQueue<>();
  private final AtomicReference<@Nullable Thread> starter = new AtomicReference<>();
  private boolean closing;

  RunningStack(Blueprint blueprint, StateFile state, RunLock lock, Report report) {
    this.blueprint = blueprint;
    this.state = state;
    this.lock = lock;
    this.report = report;
    note();
  }

  /**
   * Starts everything; returns when all of it is ready.
   *
   * @throws StackException if a part doesn't start
   */
  void start() {
    starter.set(Thread.currentThread());
    try {
      Parallel.forEach(blueprint.foundation(), this::bringUp);
      Parallel.forEach(blueprint.services(), this::bringUp);
    } finally {
      starter.set(null);
    }
  }

  /** What is about to start ends at once, and with it {@link #start()}. */
  private void interruptStart() {
    Thread thread = starter.get();
    if (thread != null) {
      thread.interrupt();
    }
    long deadline = System.nanoTime() + START_END_LIMIT.toNanos();
    while (starter.get() != null && System.nanoTime() < deadline) {
      Processes.pause(POLL);
    }
  }

  private void bringUp(Part part) {
    Duration took = Parallel.timed(() -> join(part).running().awaitReady());
    report.ready(part, took);
  }

  private Member join(Part part) {
    Member member = new Member(part, part.starter().get(), System.nanoTime());
    synchronized (this) {
      if (closing) {
        member.running().kill();
        throw new StackException("stopped while " + part.name() + " was starting");
      }
      members.put(part.name(), member);
      note();
    }
    var unused = member.running().handle().onExit().thenRun(() -> ended.add(member));
    return member;
  }

  private synchronized void note() {
    List<RecordedProcess> processes = new ArrayList<>();
    processes.add(RecordedProcess.of(StateFile.LAUNCHER, ProcessHandle.current(), 0));
    members.forEach(
        (name, member) ->
            processes.add(
                RecordedProcess.of(name, member.running().handle(), member.part().port())));
    state.write(processes);
  }

  /** Starts again whatever ends by itself, until {@link #close()}. */
  void watch() throws InterruptedException {
    while (true) {
      Member member = ended.take();
      if (isClosing()) {
        return;
      }
      // It has ended; this lets go of what watched over it.
      member.running().kill();
      Part part = member.part();
      if (System.nanoTime() - member.startedNanos() < MIN_LIFE.toNanos()) {
        report.staysDown(part);
        continue;
      }
      report.startsAgain(part);
      try {
        bringUp(part);
      } catch (StackException e) {
        report.failed(e);
      }
    }
  }

  private synchronized boolean isClosing() {
    return closing;
  }

  /** Ends everything in order: the services first, then what they stand on. */
  @Override
  public void close() {
    List<Part> services = blueprint.services();
    List<Member> last;
    synchronized (this) {
      closing = true;
    }
    interruptStart();
    synchronized (this) {
      last = List.copyOf(members.values());
    }
    Parallel.forEach(last.stream().filter(member -> isOneOf(services, member)).toList(), this::end);
    Parallel.forEach(
        last.stream().filter(member -> !isOneOf(services, member)).toList(), this::end);
    state.delete();
    lock.close();
  }

  private static boolean isOneOf(List<Part> parts, Member member) {
    return parts.stream().anyMatch(part -> part.name().equals(member.part().name()));
  }

  private void end(Member member) {
    try {
      member.running().close();
    } catch (StackException e) {
      report.failed(e);
    }
  }
}
