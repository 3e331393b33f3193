package io.kpigroups.benchmarks.server;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Who takes part.
 *
 * @param present what can be started
 * @param leftOut what is not there, and why
 */
public record Contenders(List<Contender> present, List<LeftOut> leftOut) {

  /**
   * Looks for what is asked for, and builds what needs to be built.
   *
   * @param names the names of contenders; empty for all that can be had
   * @param nativeExecutable its path; empty to take the one that the build makes, if it is there
   * @param progress told what is done and what is left out, in short sentences
   * @throws Refused if there is no contender of a name
   */
  public static Contenders find(
      Layout layout,
      List<String> names,
      String nativeExecutable,
      Store store,
      Consumer<String> progress) {
    List<Jdk> jdks = Jdk.all();
    Rivals rivals = new Rivals(layout, jdks, progress);
    for (String name : names) {
      if (!OurBuilds.NAMES.contains(name) && !rivals.names().contains(name)) {
        throw new Refused(
            "There is no contender %s: there are %s, and the rivals %s."
                .formatted(
                    name, String.join(", ", OurBuilds.NAMES), String.join(", ", rivals.names())));
      }
    }
    List<Contender> present = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    new OurBuilds(layout, jdks, nativeExecutable, progress).find(names, present, leftOut);
    rivals.find(names, store, present, leftOut);
    leftOut.forEach(missing -> progress.accept(missing.sentence()));
    return new Contenders(List.copyOf(present), List.copyOf(leftOut));
  }

  static boolean isWanted(List<String> names, String name) {
    return names.isEmpty() || names.contains(name);
  }
}
