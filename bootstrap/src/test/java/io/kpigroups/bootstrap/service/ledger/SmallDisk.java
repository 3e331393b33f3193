package io.kpigroups.bootstrap.service.ledger;

import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A service whose data folder is on a disk of its own that can be filled.
 *
 * <p>The disk is a file system in memory, mounted where only that process sees it (a namespace of
 * its own, which an ordinary user may have too where the kernel lets them), and gone with it.
 */
public final class SmallDisk implements AutoCloseable {
  private static final String MOUNT = "mount -t tmpfs -o size=%dk tmpfs \"$0\" && exec \"$@\"";

  private final ServiceProcess service;
  private final Path folder;

  private SmallDisk(ServiceProcess service, Path folder) {
    this.service = service;
    this.folder = folder;
  }

  /** Whether this machine lets us make one. */
  public static boolean canBeMade(Path folder) throws Exception {
    List<String> command = wrapper(folder, 64);
    command.add("true");
    return new ProcessBuilder(command).start().waitFor() == 0;
  }

  /** Starts a service on one of so many kibibytes. */
  public static SmallDisk start(Path folder, int size, Map<String, String> settings)
      throws IOException {
    return new SmallDisk(ServiceProcess.start(wrapper(folder, size), settings), folder);
  }

  public ServiceProcess service() {
    return service;
  }

  /** Takes all the room that is left. */
  public void fill() throws IOException {
    byte[] page = new byte[4096];
    try (OutputStream ballast = Files.newOutputStream(ballast())) {
      while (true) {
        ballast.write(page);
      }
    } catch (IOException full) {
      if (!String.valueOf(full.getMessage()).contains("No space left")) {
        throw full;
      }
    }
  }

  /** Gives the room back. */
  public void makeRoom() throws IOException {
    Files.delete(ballast());
  }

  /**
   * Copies the data file and its log, while nobody writes. SQLite itself cannot look in from
   * outside: it would take the path for one of ours.
   */
  public void copyTo(Path target) throws IOException {
    for (String file : List.of("kpi-groups.db", "kpi-groups.db-wal")) {
      Files.copy(seen().resolve(file), target.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() {
    service.close();
  }

  /** The folder, as the service sees it. */
  private Path seen() {
    return Path.of("/proc", String.valueOf(service.pid()), "root" + folder);
  }

  private Path ballast() {
    return seen().resolve("ballast");
  }

  private static List<String> wrapper(Path folder, int size) {
    return new ArrayList<>(
        List.of("unshare", "-Urm", "sh", "-c", MOUNT.formatted(size), folder.toString()));
  }
}
