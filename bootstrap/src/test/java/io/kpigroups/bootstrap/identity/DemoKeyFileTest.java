package io.kpigroups.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoKeyFileTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aKeyIsMadeOnceWithAnIdOfItsOwn() {
    DemoKeyFile file = new DemoKeyFile(folder.resolve("a/b"));

    var key = file.open();

    assertThat(key.getKeyId()).isNotBlank();
    assertThat(file.open().getPublicKey()).isEqualTo(key.getPublicKey());
    assertThat(new DemoKeyFile(folder.resolve("c")).open().getKeyId()).isNotEqualTo(key.getKeyId());
  }

  @RepeatedTest(20)
  void ofManyWhoOpenItAtOnceAllHaveTheSameKeyAndNothingElseIsLeft() throws IOException {
    int many = 8;
    CyclicBarrier start = new CyclicBarrier(many);
    ExecutorService threads = Executors.newFixedThreadPool(many);
    List<CompletableFuture<PublicKey>> openers =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> open(start), threads))
            .limit(many)
            .toList();

    assertThat(openers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(new DemoKeyFile(folder).path());
    }
    threads.shutdown();
  }

  private PublicKey open(CyclicBarrier start) {
    try {
      start.await();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return new DemoKeyFile(folder).open().getPublicKey();
  }
}
