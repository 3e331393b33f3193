package io.kpigroups.bootstrap.service.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Patience;
import io.kpigroups.bootstrap.service.ledger.EmbeddedFiles;
import io.kpigroups.bootstrap.service.ledger.SmallDisk;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The disk below the embedded store is filled by others, while nobody changes anything. */
@Tag("faults")
@EnabledOnOs(OS.LINUX)
@Timeout(1200)
class IdleFullDiskIT {
  private static final int KIBIBYTES = 4 * 1024;

  @TempDir Path folder;

  @Test
  void aServiceThatNobodyWritesToFindsItsDiskFullAndThatThereIsRoomAgain() throws Exception {
    assumeTrue(
        SmallDisk.canBeMade(folder),
        "Left out: a full disk. It takes Linux, unshare(1) and the right to mount.");
    try (SmallDisk disk =
        SmallDisk.start(folder, KIBIBYTES, new EmbeddedFiles(folder).settings())) {
      URI ready = URI.create(disk.service().health() + "/ready");
      disk.service().awaitReady();
      disk.fill();
      Patience.await()
          .untilAsserted(
              () ->
                  assertThat(Answer.get(ready).has(503).response().body())
                      .contains("The disk with the data file is full."));
      disk.makeRoom();
      disk.service().awaitReady();
    }
  }
}
