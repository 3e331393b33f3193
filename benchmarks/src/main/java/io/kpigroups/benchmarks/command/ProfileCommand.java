package io.kpigroups.benchmarks.command;

import io.kpigroups.benchmarks.load.Operation;
import io.kpigroups.benchmarks.profile.Event;
import io.kpigroups.benchmarks.profile.Profiling;
import io.kpigroups.benchmarks.server.Contender;
import io.kpigroups.benchmarks.server.Contenders;
import io.kpigroups.benchmarks.server.Layout;
import io.kpigroups.benchmarks.server.Refused;
import io.kpigroups.benchmarks.server.Store;
import io.kpigroups.benchmarks.server.WorkFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A flame graph. */
@Command(
    name = "profile",
    description = "Writes a flame graph of an operation on a build, and prints what it shows.")
public final class ProfileCommand implements Callable<Integer> {
  @Mixin private RunOptions options = new RunOptions();

  @Option(
      names = "--build",
      required = true,
      description =
          "jdk17, jdk25, aot, native, or a folder of benchmarks/rivals that runs on a JVM.")
  private String build = "";

  @Option(
      names = "--operation",
      required = true,
      description = "What is asked for, such as get, list or create.")
  private String operation = "";

  @Option(
      names = "--event",
      defaultValue = "cpu",
      description = "cpu, or alloc for allocations. Default: ${DEFAULT-VALUE}.")
  private String event = "cpu";

  @Option(
      names = "--seconds",
      defaultValue = "10",
      description = "How long is recorded, from 1 to 600. Default: ${DEFAULT-VALUE}.")
  private int seconds = 10;

  @Option(
      names = "--warm-up",
      defaultValue = "20",
      description = "Seconds of the operation before, from 0 to 600. Default: ${DEFAULT-VALUE}.")
  private int warmUp = 20;

  @Option(
      names = "--native",
      defaultValue = "",
      description = "The native executable. Default: the one in bootstrap/target.")
  private String nativeExecutable = "";

  @Option(
      names = "--out",
      description = "Default: benchmarks/flames/<build>-<operation>-<event>.html.")
  private @Nullable Path out;

  @Override
  public Integer call() throws Exception {
    RunOptions.require(seconds >= 1 && seconds <= 600, "--seconds must be from 1 to 600.");
    RunOptions.require(warmUp >= 0 && warmUp <= 600, "--warm-up must be from 0 to 600.");
    Operation asked = Operation.of(operation);
    Event sampled = event();
    Layout layout = options.layout();
    Path graph = out == null ? graph(layout) : out;
    Profiling profiling =
        new Profiling(
            contender(layout),
            asked,
            sampled,
            Duration.ofSeconds(warmUp),
            Duration.ofSeconds(seconds));
    try (WorkFolder work = WorkFolder.make(layout.work(), "profile-")) {
      options.print(profiling.run(work.path(), graph, options::progress));
    }
    options.progress("The flame graph is in " + graph + ".");
    return 0;
  }

  private Contender contender(Layout layout) {
    Contenders found =
        Contenders.find(layout, List.of(build), nativeExecutable, Store.SQLITE, options::progress);
    return found.present().stream()
        .findFirst()
        .orElseThrow(() -> new Refused(found.leftOut().get(0).why()));
  }

  private Event event() {
    List<String> names = Arrays.stream(Event.values()).map(Event::option).toList();
    RunOptions.require(
        names.contains(event),
        "There is no event " + event + ": there are " + String.join(", ", names) + ".");
    return Event.values()[names.indexOf(event)];
  }

  private Path graph(Layout layout) {
    return layout.benchmarks().resolve("flames/%s-%s-%s.html".formatted(build, operation, event));
  }
}
