package io.kpigroups.adapter.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Completes the OpenAPI document, once at build time: what {@link OpenApiFacts} knows of each
 * operation, every problem with an example, and how to authorize.
 */
@OpenAPIDefinition(
    info = @Info(title = "KPI groups", version = "1"),
    components = @Components(schemas = @Schema(name = "Problem", implementation = Problem.class)))
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class OpenApiDocument implements OASFilter {
  private static final List<String> TAGS_IN_ORDER =
      List.of("KPI groups", "Favorites", "Membership", "KPI register");

  private static final String BEARER = "bearer";
  private static final String ACCOUNT = "account";
  private static final String EXAMPLE_TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document.info(
        OASFactory.createInfo()
            .title("KPI groups")
            .version("1")
            .description(OpenApiTexts.DESCRIPTION)
            .license(
                OASFactory.createLicense()
                    .name("Apache-2.0")
                    .url("https://www.apache.org/licenses/LICENSE-2.0")));
    document.servers(
        List.of(
            OASFactory.createServer().url("..").description("This service, above its document")));
    document.setTags(
        document.getTags().stream()
            .sorted(Comparator.comparing(tag -> TAGS_IN_ORDER.indexOf(tag.getName())))
            .toList());
    addSecuritySchemes(document);
    document
        .getPaths()
        .getPathItems()
        .forEach((path, item) -> item.getOperations().values().forEach(o -> complete(o, path)));
    Objects.requireNonNull(document.getComponents().getSchemas().get("Problem"))
        .setDescription(OpenApiTexts.PROBLEMS);
  }

  private static void addSecuritySchemes(OpenAPI document) {
    document
        .getComponents()
        .addSecurityScheme(
            BEARER,
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("A token; the embedded demo prints one when it starts."))
        .addSecurityScheme(
            ACCOUNT,
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name(Actors.ACCOUNT_HEADER)
                .description("The id of the account; 5be26318e5274a0007f17f61 in the demo."));
  }

  private static void complete(Operation operation, String path) {
    OpenApiFacts facts = OpenApiFacts.BY_OPERATION.get(operation.getOperationId());
    if (facts == null) {
      throw new IllegalStateException("No facts for " + operation.getOperationId());
    }
    List<String> names =
        operation.getParameters() == null
            ? List.of()
            : operation.getParameters().stream()
                .map(parameter -> parameter.getName())
                .sorted(Comparator.comparing(name -> path.indexOf("{" + name + "}")))
                .toList();
    operation.setParameters(null);
    names.forEach(name -> operation.addParameter(OpenApiParts.PARAMETERS.get(name)));
    facts.parameters().forEach(name -> operation.addParameter(OpenApiParts.PARAMETERS.get(name)));
    operation.responses(responses(operation, facts));
    SecurityRequirement both =
        OASFactory.createSecurityRequirement().addScheme(BEARER).addScheme(ACCOUNT);
    boolean favorite = String.valueOf(operation.getOperationId()).contains("favorite");
    operation.security(
        favorite
            ? List.of(both, OASFactory.createSecurityRequirement().addScheme(BEARER))
            : List.of(both));
  }

  private static APIResponses responses(Operation operation, OpenApiFacts facts) {
    APIResponses responses = OASFactory.createAPIResponses();
    Optional<MediaType> json = jsonOf(operation);
    new TreeMap<>(facts.successes())
        .forEach(
            (status, meaning) -> {
              APIResponse response = OASFactory.createAPIResponse().description(meaning + ".");
              facts.headers().forEach(h -> response.addHeader(h, OpenApiParts.HEADERS.get(h)));
              json.filter(body -> status < 300)
                  .map(body -> OASFactory.createContent().addMediaType(MediaTypes.JSON, body))
                  .ifPresent(response::setContent);
              responses.addAPIResponse(status.toString(), response);
            });
    facts.problems().stream()
        .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()))
        .forEach((status, types) -> responses.addAPIResponse(status.toString(), problems(types)));
    return responses;
  }

  /** The JSON of a success as the return type of the resource's method gives it. */
  private static Optional<MediaType> jsonOf(Operation operation) {
    return operation.getResponses().getAPIResponses().values().stream()
        .filter(response -> response.getContent() != null)
        .map(response -> response.getContent().getMediaType(MediaTypes.JSON))
        .findFirst();
  }

  private static APIResponse problems(List<ProblemType> types) {
    MediaType body =
        OASFactory.createMediaType()
            .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
    types.forEach(type -> body.addExample(type.slug(), example(type)));
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(
                types.stream()
                    .map(type -> "`" + type.slug() + "`: " + type.meaning() + ".")
                    .collect(Collectors.joining(" ")))
            .content(OASFactory.createContent().addMediaType(MediaTypes.PROBLEM, body));
    types.stream()
        .flatMap(type -> Problems.headers(type, false).keySet().stream())
        .filter(OpenApiParts.HEADERS::containsKey)
        .forEach(header -> response.addHeader(header, OpenApiParts.HEADERS.get(header)));
    return response;
  }

  private static Example example(ProblemType type) {
    Map<String, Object> value =
        new TreeMap<>(
            Map.of(
                "type",
                type.uri(),
                "title",
                type.title(),
                "status",
                type.status(),
                "detail",
                type.meaning() + ".",
                "instance",
                Routes.BASE + "kpis/groups",
                "traceId",
                EXAMPLE_TRACE));
    if (type == ProblemType.INVALID_INPUT) {
      value.put(
          "errors",
          List.of(
              new TreeMap<>(
                  Map.of(
                      "in", "body", "name", "name", "message", "The property name is needed."))));
    }
    return OASFactory.createExample().summary(type.title()).value(value);
  }
}
