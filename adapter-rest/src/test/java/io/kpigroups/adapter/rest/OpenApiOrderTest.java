package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.junit.jupiter.api.Test;

/** In which order the OpenAPI document tells things: so people read it and programs are made. */
class OpenApiOrderTest {

  @Test
  void parametersOfAPathComeInItsOrderHoweverTheyWereFound() {
    OpenAPI document = Annotated.document();
    document
        .getPaths()
        .getPathItems()
        .values()
        .forEach(
            item ->
                item.getOperations()
                    .values()
                    .forEach(
                        operation -> {
                          if (operation.getParameters() != null) {
                            List<Parameter> parameters =
                                new java.util.ArrayList<>(operation.getParameters());
                            Collections.reverse(parameters);
                            operation.setParameters(parameters);
                          }
                        }));
    new OpenApiDocument().filterOpenAPI(document);

    assertThat(
            document
                .getPaths()
                .getPathItem("/api/v1/kpis/{kpiId}/groups/{groupId}")
                .getPUT()
                .getParameters())
        .extracting(Parameter::getName)
        .containsExactly("kpiId", "groupId");
  }

  @Test
  void theTableOfProblemsStandsBehindTheOperations() {
    OpenAPI document = Annotated.completed();

    assertThat(Arrays.asList(ProblemType.values()))
        .allSatisfy(
            type ->
                assertThat(document.getInfo().getDescription()).doesNotContain("`" + type.slug()));
    assertThat(document.getInfo().getDescription()).contains("schema Problem");
  }

  @Test
  void theServerIsWhereTheDocumentIsSoThatAPrefixHolds() {
    assertThat(Annotated.completed().getServers())
        .singleElement()
        .satisfies(server -> assertThat(server.getUrl()).isEqualTo(".."));
  }
}
