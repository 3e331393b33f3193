package io.kpigroups.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What users would take instead: each folder of {@code benchmarks/rivals} with a {@code
 * rival.properties}, which says how it is built and started.
 */
final class Rivals {
  private final Layout layout;
  private final Jdk jdk;
  private final Consumer<String> progress;

  Rivals(Layout layout, List<Jdk> jdks, Consumer<String> progress) {
    this.layout = layout;
    this.jdk = Jdk.forRivals(jdks);
    this.progress = progress;
  }

  void find(List<String> names, Store store, List<Contender> present, List<LeftOut> leftOut) {
    for (Path folder : folders()) {
      String name = folder.getFileName().toString();
      if (Contenders.isWanted(names, name)) {
        try {
          build(folder, name, store, present, leftOut);
        } catch (IOException e) {
          leftOut.add(new LeftOut(name, "It could not be built: " + e.getMessage()));
        }
      }
    }
  }

  /** The names of all that there are. */
  List<String> names() {
    return folders().stream().map(folder -> folder.getFileName().toString()).toList();
  }

  private List<Path> folders() {
    try (Stream<Path> folders = Files.list(layout.rivals())) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("rival.properties")))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void build(
      Path folder, String name, Store store, List<Contender> present, List<LeftOut> leftOut)
      throws IOException {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(folder.resolve("rival.properties"))) {
      properties.load(reader);
    }
    Set<Store> stores = EnumSet.noneOf(Store.class);
    for (String word : words(properties.getProperty("stores", "sqlite"))) {
      stores.add(store(folder, word));
    }
    Optional<String> missing =
        words(properties.getProperty("needs", "")).stream()
            .filter(tool -> Tools.find(tool).isEmpty())
            .findFirst();
    if (missing.isPresent()) {
      leftOut.add(
          new LeftOut(
              name,
              "There is no `%s` on the PATH: install %s."
                  .formatted(missing.get(), properties.getProperty("how", missing.get()))));
      return;
    }
    if (!stores.contains(store)) {
      leftOut.add(new LeftOut(name, "It does not run on " + store + "."));
      return;
    }
    List<String> build = command(properties.getProperty("build", ""));
    if (!build.isEmpty()) {
      progress.accept("Building the rival " + name + ".");
      Tools.run(folder, build, "JAVA_HOME", jdk.home().toString(), "GOTOOLCHAIN", "local");
    }
    List<String> run = command(properties.getProperty("run", ""));
    if (run.isEmpty()) {
      throw new Refused(folder.resolve("rival.properties") + " has no `run`.");
    }
    boolean onJvm = run.get(0).equals(jdk.java().toString());
    String made = properties.getProperty("made", "");
    present.add(
        new Contender(
            name,
            properties.getProperty("title", name),
            onJvm ? made + "; JDK " + jdk.version() : made,
            properties.getProperty("less", ""),
            false,
            onJvm,
            folder,
            run,
            Rivals::environment));
  }

  private static Store store(Path folder, String word) {
    try {
      return Store.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Refused(
          folder.resolve("rival.properties")
              + ": there is no store "
              + word
              + ": there are sqlite and mongodb.");
    }
  }

  private List<String> command(String line) {
    List<String> command = new ArrayList<>();
    for (String word : words(line)) {
      command.add(
          word.replace("{java}", jdk.java().toString())
              .replace("{mvnw}", layout.mavenWrapper().toString()));
    }
    return command;
  }

  private static List<String> words(String line) {
    return line.isBlank() ? List.of() : List.of(line.strip().split("\\s+"));
  }

  private static Map<String, String> environment(Site site) {
    Map<String, String> settings = new HashMap<>();
    settings.put("PORT", Integer.toString(site.port()));
    settings.put("PUBLIC_KEY", site.publicKey().toString());
    site.mongodb()
        .ifPresentOrElse(
            connection -> settings.put("MONGODB", connection),
            () -> settings.put("DATABASE", site.folder().resolve("groups.db").toString()));
    return settings;
  }
}
