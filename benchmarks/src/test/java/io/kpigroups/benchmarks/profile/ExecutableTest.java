package io.kpigroups.benchmarks.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.benchmarks.server.Contender;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutableTest {
  private static final long PLACE = 0x400000;
  private static final int SEGMENTS = 64;
  private static final int SECTIONS = SEGMENTS + 2 * 56;
  private static final int SYMBOLS = SECTIONS + 2 * 64;

  @TempDir Path folder;
  @TempDir Path copies;

  @Test
  void countsTheSymbolsOfAnExecutableWithAFixedPlaceFromItsBeginning() throws IOException {
    Path original = executable((short) 2);
    byte[] before = Files.readAllBytes(original);

    Contender recorded = Executable.recordable(contender(original), copies);

    Path copy = Path.of(recorded.command().get(0));
    assertThat(copy).hasFileName(original.getFileName().toString()).hasParentRaw(copies);
    assertThat(recorded.command()).endsWith("an argument");
    ByteBuffer file = littleEndian(Files.readAllBytes(copy));
    assertThat(file.getLong(SYMBOLS + 8)).as("one of another file").isZero();
    assertThat(file.getLong(SYMBOLS + 24 + 8)).isEqualTo(0x1234);
    assertThat(copy).isExecutable();
    assertThat(original).hasBinaryContent(before);
  }

  @Test
  void leavesOneThatCanBeAnywhereAsItIs() throws IOException {
    Contender contender = contender(executable((short) 3));

    assertThat(Executable.recordable(contender, copies)).isSameAs(contender);
  }

  @Test
  void leavesWhatIsNoElfAsItIs() throws IOException {
    Contender contender = contender(Files.writeString(folder.resolve("run"), "#!/bin/sh\n"));

    assertThat(Executable.recordable(contender, copies)).isSameAs(contender);
  }

  /** Two segments, a section that has no symbols and one with two. */
  private Path executable(short type) throws IOException {
    ByteBuffer file = littleEndian(new byte[SYMBOLS + 2 * 24]);
    file.putInt(0, 0x464c457f).putShort(16, type);
    file.putLong(32, SEGMENTS).putLong(40, SECTIONS);
    file.putShort(54, (short) 56).putShort(56, (short) 2);
    file.putShort(58, (short) 64).putShort(60, (short) 2);
    file.putInt(SEGMENTS, 6).putLong(SEGMENTS + 16, 0x40);
    file.putInt(SEGMENTS + 56, 1).putLong(SEGMENTS + 56 + 16, PLACE);
    file.putInt(SECTIONS + 64 + 4, 2);
    file.putLong(SECTIONS + 64 + 24, SYMBOLS).putLong(SECTIONS + 64 + 32, 2 * 24);
    file.putShort(SYMBOLS + 24 + 6, (short) 1).putLong(SYMBOLS + 24 + 8, PLACE + 0x1234);
    Path written = Files.write(folder.resolve("service"), file.array());
    assertThat(written.toFile().setExecutable(true)).isTrue();
    return written;
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private Contender contender(Path executable) {
    return new Contender(
        "native",
        "native",
        "",
        "",
        true,
        false,
        folder,
        List.of(executable.toString(), "an argument"),
        site -> Map.of());
  }
}
