package io.kpigroups.benchmarks.profile;

import io.kpigroups.benchmarks.compare.Participant;
import io.kpigroups.benchmarks.compare.Starts;
import io.kpigroups.benchmarks.load.Operation;
import io.kpigroups.benchmarks.load.Tokens;
import io.kpigroups.benchmarks.server.Contender;
import io.kpigroups.benchmarks.server.RunningServer;
import io.kpigroups.benchmarks.server.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import one.profiler.AsyncProfilerLoader;

/**
 * One recording: a contender is started, filled, warmed up by an operation, and recorded while it
 * answers more of it.
 *
 * @param contender what is recorded; it keeps its data in SQLite
 * @param operation what it answers
 * @param event what is sampled
 * @param warmUp how long it answers before
 * @param duration how long is recorded
 */
public record Profiling(
    Contender contender, Operation operation, Event event, Duration warmUp, Duration duration) {

  /**
   * Records, and tells about it.
   *
   * @param work a folder for data and the profiler; the caller deletes it
   * @param graph the file for the flame graph
   * @param progress told what is done, in short sentences
   * @return what the graph shows, for a person to read
   * @throws io.kpigroups.benchmarks.server.Refused if this contender or event cannot be recorded;
   *     the message is a sentence that says what to use instead
   * @throws IOException if the server does not answer as it should, or nothing was recorded
   */
  public String run(Path work, Path graph, Consumer<String> progress) throws IOException {
    Path folder = Files.createDirectories(work.resolve("async-profiler"));
    Recorder recorder = Recorders.of(contender, event, folder);
    // Its own choice would be a folder of the user's home.
    AsyncProfilerLoader.setExtractionDirectory(folder);
    Tokens tokens = Tokens.issuer();
    Starts starts = new Starts(work, tokens, Optional.empty());
    Site site = starts.site(contender.name());
    Contender recorded = contender.jvm() ? contender : Executable.recordable(contender, folder);
    Recording recording;
    try (RunningServer server = RunningServer.start(recorded, site, recorder.environment())) {
      server.awaitAnswer(starts::isAnswered);
      recording = record(Participant.seeded(server, tokens), recorder, progress);
    }
    return new ProfileReport(this, recording).write(graph);
  }

  private Recording record(Participant seeded, Recorder recorder, Consumer<String> progress)
      throws IOException {
    try (Participant participant = seeded) {
      SteadyLoad load = new SteadyLoad(participant, operation);
      progress.accept("Warming up.");
      load.send(warmUp);
      progress.accept("Recording.");
      return recorder.record(participant.server().pid(), load, duration);
    }
  }
}
