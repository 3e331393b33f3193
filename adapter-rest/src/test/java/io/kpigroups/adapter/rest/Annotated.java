package io.kpigroups.adapter.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The OpenAPI document that Quarkus makes of the annotations, as far as it matters to tests. */
final class Annotated {
  private Annotated() {}

  /** The same, completed. */
  static OpenAPI completed() {
    OpenAPI document = document();
    new OpenApiDocument().filterOpenAPI(document);
    return document;
  }

  /** The document as Quarkus makes it of the annotations, as far as it matters here. */
  static OpenAPI document() {
    OpenAPI document =
        OASFactory.createOpenAPI()
            .paths(OASFactory.createPaths())
            .components(
                OASFactory.createComponents().addSchema("Problem", OASFactory.createSchema()));
    for (String tag : List.of("KPI register", "Membership", "KPI groups", "Favorites")) {
      document.addTag(OASFactory.createTag().name(tag));
    }
    for (Endpoint endpoint : Endpoint.all()) {
      Operation operation = operation(endpoint.operationId());
      endpoint
          .pathParameters()
          .forEach(name -> operation.addParameter(OASFactory.createParameter().name(name)));
      APIResponse ok = OASFactory.createAPIResponse();
      if (!endpoint.produces().isEmpty()) {
        ok.content(
            OASFactory.createContent()
                .addMediaType("application/json", OASFactory.createMediaType()));
      }
      operation.setResponses(OASFactory.createAPIResponses().addAPIResponse("200", ok));
      pathItem(document, endpoint.path())
          .setOperation(PathItem.HttpMethod.valueOf(endpoint.method()), operation);
    }
    return document;
  }

  static Operation operation(String id) {
    return OASFactory.createOperation().operationId(id);
  }

  private static PathItem pathItem(OpenAPI document, String path) {
    if (!document.getPaths().hasPathItem(path)) {
      document.getPaths().addPathItem(path, OASFactory.createPathItem());
    }
    return document.getPaths().getPathItem(path);
  }
}
