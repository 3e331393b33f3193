package io.kpigroups.bootstrap.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.kustomize.v1beta1.Kustomization;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads Kubernetes's manifests as its API server would with strict validation. */
final class Manifests {
  static final String FOLDER = "deploy/kubernetes/";

  private static final Map<String, Class<?>> KINDS =
      Map.of(
          "v1 ConfigMap", ConfigMap.class,
          "v1 Secret", Secret.class,
          "v1 Service", Service.class,
          "v1 ServiceAccount", ServiceAccount.class,
          "apps/v1 Deployment", Deployment.class,
          "autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
          "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class,
          "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
          "kustomize.config.k8s.io/v1beta1 Kustomization", Kustomization.class);

  /** The model keeps fields that it does not know; without that, they are refused. */
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .annotationIntrospector(
              new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                  return false;
                }
              })
          .build();

  private Manifests() {}

  /** The only document in a text. */
  static Object parse(String yaml) throws JsonProcessingException {
    JsonNode tree = Project.yaml(yaml);
    String kind = tree.path("apiVersion").asText() + " " + tree.path("kind").asText();
    if (!KINDS.containsKey(kind)) {
      throw new IllegalArgumentException("Not a kind of ours: " + kind);
    }
    return STRICT.treeToValue(tree, KINDS.get(kind));
  }

  static <T> T read(String file, Class<T> type) throws JsonProcessingException {
    return type.cast(parse(Project.read(FOLDER + file)));
  }

  static Kustomization kustomization() throws JsonProcessingException {
    return read("kustomization.yaml", Kustomization.class);
  }

  static Deployment deployment() throws JsonProcessingException {
    return read("deployment.yaml", Deployment.class);
  }

  static List<HasMetadata> resources() throws JsonProcessingException {
    var resources = new ArrayList<HasMetadata>();
    for (String file : kustomization().getResources()) {
      resources.add(read(file, HasMetadata.class));
    }
    return List.copyOf(resources);
  }
}
