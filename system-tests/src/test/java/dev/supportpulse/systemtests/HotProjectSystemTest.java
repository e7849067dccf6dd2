package dev.supportpulse.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supportpulse.localstack.Service;
import dev.supportpulse.localstack.ServiceProcess;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Three instances of metrics-service share one project that receives everything, while they come
 * and go: no deadlock, and every figure is right.
 */
class HotProjectSystemTest {

  private static final String PROJECT = "hot";
  private static final int EVENTS = 40_000;
  private static final int BATCH = 500;

  @SuppressWarnings("NullAway.Init")
  private static Pipeline pipeline;

  @BeforeAll
  static void start() throws Exception {
    pipeline = Pipeline.start();
  }

  @AfterAll
  static void stop() throws Exception {
    pipeline.close();
  }

  @Test
  void threeInstancesComeAndGo() throws Exception {
    Load load = new Load(PROJECT, Instant.now());
    URI intake = pipeline.service(Service.INTAKE).uri();
    ServiceProcess first = pipeline.service(Service.METRICS);
    ServiceProcess second = pipeline.another(Service.METRICS);
    ServiceProcess third = pipeline.another(Service.METRICS);
    try (LockWatch locks = new LockWatch(pipeline.jdbcUrl())) {
      for (int from = 0; from < EVENTS; from += BATCH) {
        load.post(intake, from, from + BATCH);
        switch (from / BATCH) {
          case 20 -> third.awaitReady();
          case 40 -> second.kill();
          case 60 -> third.close();
          case 65 -> third = pipeline.another(Service.METRICS);
          default -> {}
        }
      }
      new CountedLoad(first.uri(), pipeline.jdbcUrl(), load, EVENTS).check(0);
      assertThat(locks.deadlocks()).isZero();
      System.out.println("hot project, three instances: " + locks.report());
    }
  }
}
