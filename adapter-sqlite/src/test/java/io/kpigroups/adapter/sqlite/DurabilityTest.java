package io.kpigroups.adapter.sqlite;

import static io.kpigroups.adapter.sqlite.Fixtures.NOON;
import static io.kpigroups.adapter.sqlite.Fixtures.NO_RULES;
import static io.kpigroups.adapter.sqlite.Fixtures.ample;
import static io.kpigroups.adapter.sqlite.Fixtures.callOf;
import static io.kpigroups.adapter.sqlite.Fixtures.create;
import static io.kpigroups.adapter.sqlite.Fixtures.freshCall;
import static io.kpigroups.adapter.sqlite.Fixtures.number;
import static io.kpigroups.adapter.sqlite.Fixtures.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.failure.KpiGroupException;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there, however the process ended. */
class DurabilityTest {
  @TempDir Path folder;

  /** Writes groups with members until it is stopped, and prints each as it is acknowledged. */
  static final class Writer {
    public static void main(String[] arguments) {
      SqliteStorage storage = open(Path.of(arguments[0]));
      Call ann = callOf(arguments[1]);
      // Opens a second connection: the last to be closed would fold the log, and make room.
      storage.groups().find(ann, anyId());
      for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
        new Thread(() -> write(storage, ann)).start();
      }
    }

    private static void write(SqliteStorage storage, Call ann) {
      try {
        for (int n = 0; true; n++) {
          KpiGroupId group = create(storage, ann).id();
          System.out.println("group " + group.value());
          KpiId kpi = new KpiId("kpi" + n);
          storage.memberships().add(ann, group, kpi, NOON, NO_RULES);
          System.out.println("member " + group.value() + " " + kpi.value());
        }
      } catch (KpiGroupException e) {
        System.out.println("failed " + e.getClass().getSimpleName());
        System.out.println("readable " + storage.groups().find(ann, anyId()).isEmpty());
        System.out.println("unready " + isFoundUnready(storage));
        Runtime.getRuntime().halt(0);
      }
    }

    /** What the change that failed has left of the room is enough for some small ones. */
    private static boolean isFoundUnready(SqliteStorage storage) {
      try {
        for (int n = 0; n < 100; n++) {
          storage.checkReady(ample());
        }
        return false;
      } catch (StorageUnavailable e) {
        return true;
      }
    }

    private static KpiGroupId anyId() {
      return new KpiGroupId("f".repeat(24));
    }
  }

  @RepeatedTest(3)
  void everyAcknowledgedWriteSurvivesAKill() throws IOException, SQLException {
    Call ann = freshCall();
    Process writer = ChildJvm.start(Writer.class, folder, ann.account().value(), 3);
    int moment = ThreadLocalRandom.current().nextInt(1, 400);
    List<String> lines = new ArrayList<>();
    try (BufferedReader output = output(writer)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
        if (lines.size() == moment) {
          writer.toHandle().destroyForcibly(); // the process's own method closes its output too
        }
      }
    }
    lines.remove(lines.size() - 1); // may be cut off in the middle

    assertThat(lines).hasSizeGreaterThanOrEqualTo(moment - 1);
    assertAllThere(ann, lines);
  }

  @Test
  void aCommitThatFailsOnTheDiskIsNeverTakenForDoneNorLosesWhatWasDoneAndMakesUnready()
      throws IOException, SQLException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs a shell to limit file sizes");
    Call ann = freshCall();
    Process writer =
        ChildJvm.startWithFileLimit(2_000, Writer.class, folder, ann.account().value(), 1);
    List<String> lines;
    try (BufferedReader output = output(writer)) {
      lines = output.lines().toList();
    }
    int written = lines.size() - 3;
    boolean failedInCreate = lines.get(written - 1).startsWith("member");

    assertThat(lines.subList(written, lines.size()))
        .containsExactly(
            failedInCreate ? "failed OutcomeUnknown" : "failed StorageUnavailable",
            "readable true",
            "unready true");
    assertAllThere(ann, lines.subList(0, written));
  }

  private static BufferedReader output(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
  }

  private void assertAllThere(Call ann, List<String> lines) throws SQLException {
    try (SqliteStorage storage = open(folder)) {
      for (String line : lines) {
        String[] words = line.split(" ");
        if (words[0].equals("group")) {
          assertThat(storage.groups().find(ann, new KpiGroupId(words[1]))).as(line).isPresent();
        } else {
          assertThat(members(ann, words[1], words[2])).as(line).isEqualTo(1);
        }
      }
    }
    assertThat(
            number(
                folder,
                "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"))
        .isZero();
  }

  private long members(Call ann, String group, String kpi) throws SQLException {
    return number(
        folder,
        "SELECT count(*) FROM kpi_group_memberships"
            + " WHERE account_id = ? AND group_id = ? AND kpi_id = ?",
        ann.account().value(),
        group,
        kpi);
  }
}
