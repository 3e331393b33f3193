package io.kpigroups.benchmarks.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the text form of profiles: a stack on each line, frames by semicolons, then its weight. */
final class CollapsedStacks {
  private static final Pattern LINE = Pattern.compile("(.+) (\\d+)");

  /** A library without symbols is named by its path. */
  private static final Pattern PATH = Pattern.compile("/.*/([^/]+?)(?: \\(deleted\\))?");

  /** The driver unpacks SQLite's library under a name by chance. */
  private static final Pattern UNPACKED = Pattern.compile("sqlite-.+-(libsqlitejdbc\\.so)");

  /** What {@code native-image} puts behind the name of a method, to tell it from others. */
  private static final Pattern UNIQUE =
      Pattern.compile("_(?=[A-Z0-9]*[a-z])(?=[a-z0-9]*[A-Z])[A-Za-z0-9]{22}$");

  private CollapsedStacks() {}

  /** Reads a file. */
  static List<StackSample> read(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      return parse(lines);
    }
  }

  /**
   * Reads lines. Paths of libraries become names, so that graphs of two runs or machines can be
   * compared.
   *
   * @throws IOException if a line is of another form
   */
  static List<StackSample> parse(Stream<String> lines) throws IOException {
    List<StackSample> samples = new ArrayList<>();
    for (String line : lines.filter(text -> !text.isBlank()).toList()) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        throw new IOException("This is no stack with its weight: " + line);
      }
      List<String> frames =
          Stream.of(matcher.group(1).split(";")).map(CollapsedStacks::name).toList();
      samples.add(new StackSample(frames, Long.parseLong(matcher.group(2))));
    }
    return List.copyOf(samples);
  }

  private static String name(String frame) {
    Matcher path = PATH.matcher(frame);
    String name = path.matches() ? path.group(1) : frame;
    Matcher unpacked = UNPACKED.matcher(name);
    return unpacked.matches() ? unpacked.group(1) : UNIQUE.matcher(name).replaceFirst("");
  }
}
