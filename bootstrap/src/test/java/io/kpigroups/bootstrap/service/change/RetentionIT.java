package io.kpigroups.bootstrap.service.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.Service;
import io.kpigroups.bootstrap.service.client.User;
import io.kpigroups.bootstrap.service.ledger.EmbeddedFiles;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a deletion can be undone. */
class RetentionIT {
  @TempDir Path folder;

  @Test
  void whatWasDeletedTooLongAgoIsGoneWhetherAPurgeHasRunOrNot() throws Exception {
    EmbeddedFiles store = new EmbeddedFiles(folder);
    try (ServiceProcess process = ServiceProcess.start(store.settings())) {
      User ann = Service.at(process.base()).newUser();
      String group = ann.newGroup("a");
      Expect.done(ann.delete("/kpis/groups/" + group));
      store.backdateDeletions(Instant.now().minus(Duration.ofDays(30)).plusSeconds(3_600));
      assertThat(ann.get("/kpis/groups?deleted=true").<Integer>path("totalCount")).isEqualTo(1);
      RestoreApi.restore(ann, group).has(200);
      Expect.done(ann.delete("/kpis/groups/" + group));
      store.backdateDeletions(Instant.now().minus(Duration.ofDays(30)));
      assertThat(store.contents().groups()).hasSize(1);
      assertThat(ann.get("/kpis/groups?deleted=true").<Integer>path("totalCount")).isZero();
      Expect.problem(RestoreApi.restore(ann, group), 404, "group-not-found");
    }
  }
}
