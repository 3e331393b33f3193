package io.kpigroups.bootstrap;

import io.quarkus.scheduler.ScheduledExecution;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.Scheduler.JobDefinition;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A scheduler that keeps the one job that it is given, and runs it when the test says so. */
public final class RecordedScheduler {
  private final Map<String, Object> asked = new HashMap<>();

  public Scheduler scheduler() {
    return StandIn.of(Scheduler.class, Map.of("newJob", name -> job()));
  }

  /** The methods of the job that were called, with their argument. */
  public Map<String, Object> asked() {
    return asked;
  }

  public boolean isScheduled() {
    return asked.containsKey("schedule");
  }

  @SuppressWarnings("unchecked")
  public void run() {
    ((Consumer<ScheduledExecution>) asked.get("setTask")).accept(null);
  }

  private JobDefinition<?> job() {
    return (JobDefinition<?>)
        Proxy.newProxyInstance(
            JobDefinition.class.getClassLoader(),
            new Class<?>[] {JobDefinition.class},
            (proxy, method, arguments) -> {
              asked.put(method.getName(), arguments == null ? true : arguments[0]);
              return method.getReturnType().isInstance(proxy) ? proxy : null;
            });
  }
}
