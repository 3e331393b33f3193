package io.kpigroups.bootstrap.service.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Patience;
import io.kpigroups.bootstrap.service.process.EmbeddedService;
import io.kpigroups.bootstrap.service.process.Packaged;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The options that operators are given for a JVM. */
@DisabledOnOs(OS.WINDOWS)
class JvmOptionsIT {
  private static final Pattern HEAP =
      Pattern.compile("^jvm_memory_max_bytes\\{area=\"heap\",[^}]*} (\\S+)$", Pattern.MULTILINE);

  /** Given as the image gives them, whose variable may name a file too. */
  private static final List<String> WITH_OPTIONS =
      List.of("env", "JDK_JAVA_OPTIONS=@../deploy/jvm.options");

  @Test
  void theJvmKnowsThemAllAndTheHeapIsBounded() throws Exception {
    assumeFalse(Packaged.isExecutable(), "A native executable has no JVM.");
    try (ServiceProcess service = ServiceProcess.start(WITH_OPTIONS, EmbeddedService.settings())) {
      service.awaitReady();
      String metrics = Patience.await().until(() -> metrics(service), HEAP.asPredicate());
      double heap =
          HEAP.matcher(metrics)
              .results()
              .mapToDouble(pool -> Double.parseDouble(pool.group(1)))
              .sum();
      assertThat(heap).isPositive().isLessThanOrEqualTo(320 << 20);
      assertThat(service.said()).contains("jvm.options").doesNotContainIgnoringCase("warning");
    }
  }

  private static String metrics(ServiceProcess service) {
    return Answer.get(service.management("/q/metrics")).has(200).body();
  }
}
