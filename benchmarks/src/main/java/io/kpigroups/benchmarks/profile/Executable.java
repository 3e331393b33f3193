package io.kpigroups.benchmarks.profile;

import io.kpigroups.benchmarks.server.Contender;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An executable (ELF, 64 bits) whose symbols async-profiler understands. To the address of a symbol
 * it adds that of the executable in memory. Where an executable has a fixed place, which is what
 * {@code native-image} makes, its symbols have that address already: then a copy is run whose
 * symbols count from its beginning. Nothing but debuggers and profilers reads them.
 */
final class Executable {
  private static final int MAGIC = 0x464c457f;
  private static final short FIXED_PLACE = 2;
  private static final int LOADED = 1;
  private static final int SYMBOL_TABLE = 2;
  private static final int SYMBOL_BYTES = 24;

  private final ByteBuffer file;

  private Executable(ByteBuffer file) {
    this.file = file.order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The contender as it can be recorded.
   *
   * @param folder for a copy of its executable
   */
  static Contender recordable(Contender contender, Path folder) throws IOException {
    Path original = Path.of(contender.command().get(0));
    Executable executable = new Executable(ByteBuffer.wrap(Files.readAllBytes(original)));
    if (!executable.hasFixedPlace()) {
      return contender;
    }
    executable.countSymbolsFromItsBeginning();
    Path copy = Files.write(folder.resolve(original.getFileName()), executable.file.array());
    Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(original));
    List<String> command = new ArrayList<>(contender.command());
    command.set(0, copy.toString());
    return new Contender(
        contender.name(),
        contender.title(),
        contender.made(),
        contender.less(),
        contender.ours(),
        contender.jvm(),
        contender.folder(),
        List.copyOf(command),
        contender.environment());
  }

  private boolean hasFixedPlace() {
    return file.capacity() >= 64 && file.getInt(0) == MAGIC && file.getShort(16) == FIXED_PLACE;
  }

  private void countSymbolsFromItsBeginning() {
    long place = place();
    int sections = (int) file.getLong(40);
    for (int i = 0; i < file.getShort(60); i++) {
      int section = sections + i * file.getShort(58);
      if (file.getInt(section + 4) == SYMBOL_TABLE) {
        int begin = (int) file.getLong(section + 24);
        int end = begin + (int) file.getLong(section + 32);
        for (int symbol = begin; symbol < end; symbol += SYMBOL_BYTES) {
          long address = file.getLong(symbol + 8);
          boolean isDefined = file.getShort(symbol + 6) != 0;
          if (isDefined && address >= place) {
            file.putLong(symbol + 8, address - place);
          }
        }
      }
    }
  }

  /** Where it is in memory: the lowest address of what is loaded of it. */
  private long place() {
    int segments = (int) file.getLong(32);
    long lowest = Long.MAX_VALUE;
    for (int i = 0; i < file.getShort(56); i++) {
      int segment = segments + i * file.getShort(54);
      if (file.getInt(segment) == LOADED) {
        lowest = Math.min(lowest, file.getLong(segment + 16));
      }
    }
    return lowest;
  }
}
