package io.kpigroups.adapter.mongo.support;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What a class writes to the log. */
public final class LogLines extends Handler {
  private final List<String> lines = new ArrayList<>();

  private LogLines() {}

  /** What the class writes while this is done. */
  public static List<String> of(Class<?> type, Runnable work) {
    LogLines written = new LogLines();
    Logger logger = Logger.getLogger(type.getName());
    logger.addHandler(written);
    try {
      work.run();
    } finally {
      logger.removeHandler(written);
    }
    return written.lines;
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(ExtLogRecord.wrap(line).getFormattedMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
