package io.kpigroups.bootstrap.deployment;

import static io.kpigroups.bootstrap.deployment.Manifests.FOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That Kubernetes knows what the manifests say. */
class ManifestsTest {
  @Test
  void everyManifestIsUsedAndHasOnlyFieldsThatKubernetesKnows() throws IOException {
    List<String> used = Manifests.kustomization().getResources();
    try (Stream<Path> files = Files.list(Project.ROOT.resolve(FOLDER))) {
      for (String file : files.map(path -> path.getFileName().toString()).toList()) {
        assertThatCode(() -> Manifests.parse(Project.read(FOLDER + file)))
            .as(file)
            .doesNotThrowAnyException();
        assertThat(used.contains(file))
            .as(file + " is used")
            .isEqualTo(!file.startsWith("kustomization") && !file.contains(".example."));
      }
    }
  }

  @Test
  void aFieldThatKubernetesDoesNotKnowIsNoticed() {
    String manifest = Project.read(FOLDER + "deployment.yaml");
    for (String field : List.of("readinessProbe", "revisionHistoryLimit", "secretKeyRef")) {
      assertThat(manifest).contains(field + ":");
      assertThatThrownBy(() -> Manifests.parse(manifest.replace(field + ":", field + "x:")))
          .isInstanceOf(UnrecognizedPropertyException.class)
          .hasMessageContaining(field + "x");
    }
  }
}
