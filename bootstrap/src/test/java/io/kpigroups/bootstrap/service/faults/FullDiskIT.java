package io.kpigroups.bootstrap.service.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kpigroups.bootstrap.service.client.Patience;
import io.kpigroups.bootstrap.service.ledger.Audit;
import io.kpigroups.bootstrap.service.ledger.Chance;
import io.kpigroups.bootstrap.service.ledger.EmbeddedFiles;
import io.kpigroups.bootstrap.service.ledger.Ledger;
import io.kpigroups.bootstrap.service.ledger.Load;
import io.kpigroups.bootstrap.service.ledger.SmallDisk;
import io.kpigroups.bootstrap.service.ledger.Tally;
import io.kpigroups.bootstrap.service.ledger.Watch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The disk below the embedded store is full for a while, again and again. */
@Tag("faults")
@ExtendWith(Tally.class)
@EnabledOnOs(OS.LINUX)
@Timeout(3600)
class FullDiskIT {
  private static final int WRITERS = 4;
  private static final int TIMES = 3;
  private static final int KIBIBYTES = 16 * 1024;

  @TempDir Path folder;
  @TempDir Path copies;

  @Test
  void aFullDiskIsToldAndNothingIsLostOrHalf() throws Exception {
    assumeTrue(
        SmallDisk.canBeMade(folder),
        "Left out: a full disk. It takes Linux, unshare(1) and the right to mount.");
    Random random = Chance.of("Disk full");
    List<Ledger> ledgers = Load.ledgers(WRITERS, random);
    List<String> wrong = new ArrayList<>();
    EmbeddedFiles store = new EmbeddedFiles(folder);
    try (SmallDisk disk = SmallDisk.start(folder, KIBIBYTES, store.settings())) {
      Watch watch = new Watch(disk.service());
      for (int i = 0; i < TIMES; i++) {
        fillUnderLoad(disk, watch, ledgers, 50 + random.nextInt(300));
        wrong.addAll(Audit.overHttp(disk.service().base(), ledgers));
        wrong.addAll(Audit.of(copy(disk).contents(), ledgers));
      }
      watch.theServiceRecovers();
    }
    Tally.add("Disk full", ledgers, wrong);
  }

  private EmbeddedFiles copy(SmallDisk disk) throws Exception {
    EmbeddedFiles copy = new EmbeddedFiles(Files.createTempDirectory(copies, "copy"));
    disk.copyTo(copy.folder());
    copy.assertSound();
    return copy;
  }

  private static void fillUnderLoad(SmallDisk disk, Watch watch, List<Ledger> ledgers, int changes)
      throws Exception {
    try (Load load = Load.start(disk.service().base(), ledgers)) {
      load.awaitAcknowledged(changes);
      disk.fill();
      load.awaitFailures(20);
      Patience.await()
          .untilAsserted(
              () ->
                  assertThat(watch.health("ready").has(503).response().body())
                      .contains("The disk with the data file is full."));
      watch.health("live").has(200);
      disk.makeRoom();
      Patience.await().until(() -> watch.health("ready").isSuccess());
      load.awaitAcknowledged(changes);
    }
  }
}
