package io.kpigroups.adapter.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.support.Mailbox;
import io.kpigroups.adapter.rest.support.WebServer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimersTest {
  private final Timers timers = new Timers(WebServer.VERTX);

  @Test
  void aTaskIsRunAfterItsTimeOnTheEventLoopThatAskedForIt() {
    Mailbox<Context> ran = new Mailbox<>();
    Context loop = WebServer.VERTX.getOrCreateContext();
    long start = timers.nanoTime();
    loop.runOnContext(
        turn -> timers.after(Duration.ofMillis(20), () -> ran.add(Vertx.currentContext())));

    assertThat(ran.take()).isSameAs(loop);
    assertThat(timers.nanoTime() - start).isGreaterThan(Duration.ofMillis(10).toNanos());
  }

  @Test
  void aTaskThatIsCancelledIsNotRun() {
    Mailbox<String> ran = new Mailbox<>();
    Context loop = WebServer.VERTX.getOrCreateContext();
    loop.runOnContext(
        turn -> {
          Runnable cancel = timers.after(Duration.ofMillis(1), () -> ran.add("cancelled"));
          timers.after(Duration.ofMillis(20), () -> ran.add("kept"));
          cancel.run();
        });

    assertThat(ran.take()).isEqualTo("kept");
    assertThat(ran.isEmpty()).isTrue();
  }
}
