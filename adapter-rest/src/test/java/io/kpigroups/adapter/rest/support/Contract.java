package io.kpigroups.adapter.rest.support;

import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The OpenAPI document, as Quarkus reads it. */
public final class Contract {
  public static final OpenAPI DOCUMENT =
      SmallRyeOpenAPI.builder()
          .enableModelReader(false)
          .enableAnnotationScan(false)
          .enableStandardFilter(false)
          .build()
          .model();

  private Contract() {}

  /** What the document says of this method of the path; empty if it says nothing. */
  public static Optional<Operation> operation(String method, String path) {
    return Optional.ofNullable(DOCUMENT.getPaths().getPathItem(path))
        .map(item -> item.getOperations().get(HttpMethod.valueOf(method)));
  }

  /** The parameters of the operation, wherever they are written down. */
  public static List<Parameter> parameters(Operation operation) {
    return Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream()
        .map(parameter -> resolve(parameter, parameter.getRef(), shared().getParameters()))
        .toList();
  }

  /** The parameter of this key. */
  public static Parameter parameter(String key) {
    return shared().getParameters().get(key);
  }

  /** The answer with this status, wherever it is written down. */
  public static APIResponse response(Operation operation, int status) {
    APIResponse response = operation.getResponses().getAPIResponse(String.valueOf(status));
    return resolve(response, response.getRef(), shared().getResponses());
  }

  private static org.eclipse.microprofile.openapi.models.Components shared() {
    return DOCUMENT.getComponents();
  }

  private static <T> T resolve(T here, String ref, Map<String, T> there) {
    return ref == null ? here : there.get(ref.substring(ref.lastIndexOf('/') + 1));
  }
}
