package io.kpigroups.bootstrap.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** That the manifests fit each other and the service. */
class KubernetesTest {
  private final Deployment deployment = Manifests.deployment();
  private final PodSpec pod = deployment.getSpec().getTemplate().getSpec();
  private final Container container = pod.getContainers().get(0);

  KubernetesTest() throws JsonProcessingException {}

  @Test
  void everythingHasTheOneNameAndSelectsThePodsOfTheDeployment() throws Exception {
    Map<String, String> labels = deployment.getSpec().getTemplate().getMetadata().getLabels();
    assertThat(Manifests.resources())
        .extracting((HasMetadata resource) -> resource.getMetadata().getName())
        .containsOnly("kpi-groups");
    List<Map<String, String>> selectors =
        List.of(
            deployment.getSpec().getSelector().getMatchLabels(),
            Manifests.read("service.yaml", Service.class).getSpec().getSelector(),
            Manifests.read("poddisruptionbudget.yaml", PodDisruptionBudget.class)
                .getSpec()
                .getSelector()
                .getMatchLabels(),
            policy().getSpec().getPodSelector().getMatchLabels());
    assertThat(selectors)
        .allSatisfy(selector -> assertThat(labels).isNotEmpty().containsAllEntriesOf(selector));
    assertThat(pod.getTopologySpreadConstraints())
        .isNotEmpty()
        .allSatisfy(
            spread -> assertThat(spread.getLabelSelector().getMatchLabels()).isEqualTo(labels));
  }

  @Test
  void portsAreThoseThatTheServiceListensOn() throws Exception {
    Map<String, Integer> ports =
        container.getPorts().stream()
            .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort));
    assertThat(ports)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "http", Integer.valueOf(Project.defaultOf("quarkus.http.port")),
                "management", Integer.valueOf(Project.defaultOf("quarkus.management.port"))));
    assertThat(Manifests.read("service.yaml", Service.class).getSpec().getPorts())
        .singleElement()
        .satisfies(port -> assertThat(port.getTargetPort()).isEqualTo(new IntOrString("http")));
    assertThat(policy().getSpec().getIngress())
        .flatExtracting(rule -> rule.getPorts())
        .extracting(port -> port.getPort().getStrVal())
        .containsExactlyInAnyOrder("http", "management");
    assertThat(deployment.getSpec().getTemplate().getMetadata().getAnnotations())
        .containsEntry("prometheus.io/port", String.valueOf(ports.get("management")));
  }

  @Test
  void eachProbeAsksWhatItIsFor() {
    asks(container.getStartupProbe(), "started");
    asks(container.getLivenessProbe(), "live");
    asks(container.getReadinessProbe(), "ready");
    long deadline = Project.seconds(Project.defaultOf("kpigroups.deadline")).toSeconds();
    assertThat((long) container.getReadinessProbe().getTimeoutSeconds()).isGreaterThan(deadline);
  }

  @Test
  void everyVariableIsASettingThatExists() throws Exception {
    ConfigMap config = Manifests.read("configmap.yaml", ConfigMap.class);
    assertThat(Project.variables())
        .containsAll(config.getData().keySet())
        .containsAll(container.getEnv().stream().map(EnvVar::getName).toList());
    assertThat(config.getData()).containsEntry("KPIGROUPS_STORE", "mongo");
  }

  @Test
  void whatIsReferredToExists() throws Exception {
    assertThat(container.getEnvFrom().get(0).getConfigMapRef().getName()).isEqualTo("kpi-groups");
    assertThat(container.getEnv())
        .singleElement()
        .satisfies(
            variable -> {
              assertThat(variable.getValue()).isNull();
              var reference = variable.getValueFrom().getSecretKeyRef();
              Secret example = Manifests.read("secret.example.yaml", Secret.class);
              assertThat(reference.getName()).isEqualTo(example.getMetadata().getName());
              assertThat(example.getStringData()).containsKey(reference.getKey());
            });
    var target =
        Manifests.read("horizontalpodautoscaler.yaml", HorizontalPodAutoscaler.class)
            .getSpec()
            .getScaleTargetRef();
    assertThat(target.getKind()).isEqualTo(deployment.getKind());
    assertThat(target.getApiVersion()).isEqualTo(deployment.getApiVersion());
    assertThat(target.getName()).isEqualTo(deployment.getMetadata().getName());
  }

  @Test
  void theImageIsNamedInOnePlaceAndOfThisVersion() throws Exception {
    assertThat(container.getImage()).isEqualTo("kpi-groups");
    assertThat(Manifests.kustomization().getImages())
        .singleElement()
        .satisfies(
            image -> {
              assertThat(image.getName()).isEqualTo(container.getImage());
              assertThat(image.getNewTag()).isEqualTo(Project.pom("version"));
            });
  }

  @Test
  void theServiceHasTheTimeThatItTakesToEndInOrder() {
    long before = container.getLifecycle().getPreStop().getSleep().getSeconds();
    assertThat(pod.getTerminationGracePeriodSeconds())
        .isGreaterThan(before + Project.shutdown().toSeconds());
  }

  @Test
  void aDisruptionOrARolloutLeavesAnInstance() throws Exception {
    var autoscaler =
        Manifests.read("horizontalpodautoscaler.yaml", HorizontalPodAutoscaler.class).getSpec();
    var budget = Manifests.read("poddisruptionbudget.yaml", PodDisruptionBudget.class).getSpec();
    assertThat(autoscaler.getMinReplicas())
        .isGreaterThan(budget.getMaxUnavailable().getIntVal())
        .isLessThan(autoscaler.getMaxReplicas());
    assertThat(deployment.getSpec().getReplicas()).as("left to the autoscaler").isNull();
    assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
    assertThat(deployment.getSpec().getStrategy().getRollingUpdate().getMaxUnavailable())
        .isEqualTo(new IntOrString(0));
  }

  @Test
  void thePodMayDoNoMoreThanItMust() throws Exception {
    assertThat(pod.getAutomountServiceAccountToken()).isFalse();
    assertThat(pod.getEnableServiceLinks()).isFalse();
    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
    assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
    assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(container.getVolumeMounts())
        .extracting(mount -> mount.getMountPath())
        .containsExactly("/tmp");
    ServiceAccount account = Manifests.read("serviceaccount.yaml", ServiceAccount.class);
    assertThat(account.getAutomountServiceAccountToken()).isFalse();
    assertThat(pod.getServiceAccountName()).isEqualTo(account.getMetadata().getName());
    assertThat(policy().getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
  }

  private static NetworkPolicy policy() throws JsonProcessingException {
    return Manifests.read("networkpolicy.yaml", NetworkPolicy.class);
  }

  private static void asks(Probe probe, String what) {
    assertThat(probe.getHttpGet().getPath()).isEqualTo("/q/health/" + what);
    assertThat(probe.getHttpGet().getPort()).isEqualTo(new IntOrString("management"));
  }
}
