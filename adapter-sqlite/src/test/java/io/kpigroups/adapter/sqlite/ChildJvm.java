package io.kpigroups.adapter.sqlite;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the main method of a test class in a process of its own. */
public final class ChildJvm {
  private ChildJvm() {}

  public static Process start(Class<?> main, Object... arguments) throws IOException {
    return start(command(main, arguments));
  }

  /** The same under a limit on the size of every file that it writes, as a full disk would be. */
  public static Process startWithFileLimit(int kib, Class<?> main, Object... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("bash", "-c", "ulimit -f " + kib + " && exec \"$@\"", "bash"));
    command.addAll(command(main, arguments));
    return start(command);
  }

  private static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
  }

  private static List<String> command(Class<?> main, Object... arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>();
    command.addAll(List.of(java, "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return command;
  }
}
