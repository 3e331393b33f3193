package io.kpigroups.benchmarks.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CollapsedStacksTest {
  @Test
  void readsFramesFromTheOutermostOnAndTheWeight() throws IOException {
    List<StackSample> samples =
        CollapsedStacks.parse(Stream.of("java/lang/Thread.run_[j];a/B.c_[i] 12", "", "main 1"));

    assertThat(samples)
        .containsExactly(
            new StackSample(List.of("java/lang/Thread.run_[j]", "a/B.c_[i]"), 12),
            new StackSample(List.of("main"), 1));
  }

  @Test
  void takesSpacesWithinAFrameForAPartOfItsName() throws IOException {
    assertThat(CollapsedStacks.parse(Stream.of("a/B.c_[j];itable stub 3")))
        .containsExactly(new StackSample(List.of("a/B.c_[j]", "itable stub"), 3));
  }

  @Test
  void leavesTheFoldersOfLibrariesOut() throws IOException {
    assertThat(
            CollapsedStacks.parse(
                Stream.of(
                    "/opt/some where/run-er;/usr/lib/libc.so.6 4",
                    "/tmp/k1/sqlite-3.5.1-9f16477c-c023-libsqlitejdbc.so (deleted) 5")))
        .extracting(StackSample::frames)
        .containsExactly(List.of("run-er", "libc.so.6"), List.of("libsqlitejdbc.so"));
  }

  @Test
  void refusesWhatHasNoWeight() {
    assertThatThrownBy(() -> CollapsedStacks.parse(Stream.of("a;b")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a;b");
  }
}
