package io.kpigroups.adapter.rest.support;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;

/** What is logged in one category while it is open. */
public final class LogLines extends Handler implements AutoCloseable {
  private static final PatternFormatter MESSAGE = new PatternFormatter("%s");

  /** One line, and the failure whose stack trace goes with it. */
  public record Entry(Level level, String message, @Nullable Throwable thrown) {}

  private final List<Entry> entries = new CopyOnWriteArrayList<>();
  private final Logger logger;

  public LogLines(String category) {
    logger = Logger.getLogger(category);
    logger.addHandler(this);
  }

  /** The lines that name this, such as a trace id that nobody else has. */
  public List<Entry> naming(String text) {
    return entries.stream().filter(entry -> entry.message().contains(text)).toList();
  }

  /** The same, once there are any. */
  public List<Entry> await(String text) {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> naming(text), lines -> !lines.isEmpty());
  }

  @Override
  public void publish(LogRecord line) {
    entries.add(new Entry(line.getLevel(), MESSAGE.format(line), line.getThrown()));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
