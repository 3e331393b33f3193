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
  void leavesOutWhatNativeImagePutsBehindNames() throws IOException {
    assertThat(
            CollapsedStacks.parse(
                Stream.of(
                    "KpiGroupService_get_sBoDSRWLzpFLPDlKmHOnoH;String_charAt_7aAD2oVWK2HDQX1dX3vQ14 4",
                    "Java_org_sqlite_core_NativeDB_column_1name_1utf8;__futex_abstimed_wait_common 5")))
        .extracting(StackSample::frames)
        .containsExactly(
            List.of("KpiGroupService_get", "String_charAt"),
            List.of(
                "Java_org_sqlite_core_NativeDB_column_1name_1utf8",
                "__futex_abstimed_wait_common"));
  }

  @Test
  void refusesWhatHasNoWeight() {
    assertThatThrownBy(() -> CollapsedStacks.parse(Stream.of("a;b")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a;b");
  }
}
