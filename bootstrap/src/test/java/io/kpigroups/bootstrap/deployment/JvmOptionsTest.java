package io.kpigroups.bootstrap.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** That what runs a JVM for others does it with the options that are shipped. */
class JvmOptionsTest {
  private static final String IN_IMAGE = "quarkus.jib.environment-variables.JDK_JAVA_OPTIONS>";

  /** Code, classes, stacks and buffers: what a JVM of this service has beside its heap. */
  private static final BigDecimal BESIDE_THE_HEAP = new BigDecimal(160L << 20);

  @Test
  void theImageHasThem() {
    assertThat(Project.read("bootstrap/pom.xml"))
        .contains("<" + IN_IMAGE + String.join(" ", Project.jvmOptions()) + "</" + IN_IMAGE);
  }

  @Test
  void aPodHasRoomForTheHeapAndWhatIsBesideIt() throws Exception {
    ResourceRequirements resources =
        Manifests.deployment()
            .getSpec()
            .getTemplate()
            .getSpec()
            .getContainers()
            .get(0)
            .getResources();
    BigDecimal heap =
        Project.jvmOptions().stream()
            .filter(option -> option.startsWith("-Xmx"))
            .map(option -> bytes(option.substring("-Xmx".length()).replace("m", "Mi")))
            .findFirst()
            .orElseThrow();
    BigDecimal requested = Quantity.getAmountInBytes(resources.getRequests().get("memory"));
    BigDecimal limit = Quantity.getAmountInBytes(resources.getLimits().get("memory"));
    assertThat(requested).isGreaterThanOrEqualTo(heap.add(BESIDE_THE_HEAP));
    assertThat(limit).isGreaterThan(requested);
  }

  private static BigDecimal bytes(String quantity) {
    return Quantity.getAmountInBytes(new Quantity(quantity));
  }
}
