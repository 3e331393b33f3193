package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.support.Contract;
import io.kpigroups.adapter.rest.support.Resources;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pattern of a list's parameter lets through what the list takes, and nothing else. */
class ContractListsTest {
  private final Resources resources = new Resources();

  @AfterEach
  void close() {
    resources.edge().close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "name,kpiCount",
        "dateDeleted,purgeAfter,deletedById",
        "accountId,createdById,dateCreated,dateUpdated,favorite,modifiedById",
        "name,",
        ",name",
        "Name",
        "kpis",
        ""
      })
  void aProjectionIsWhatIsRead(String fields) {
    assertThat(fields.matches(pattern("fields")))
        .isEqualTo(isAnswered("/groups?deleted=true&fields=" + fields));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dateDeleted,-name", "id,-dateCreated,dateUpdated", "kpiCount", "", "-"})
  void anOrderOfGroupsIsWhatIsRead(String sort) {
    assertThat(sort.matches(pattern("sortGroups")))
        .isEqualTo(isAnswered("/groups?deleted=true&sort=" + sort));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"revenue", " a ", "", " ", "a\tb", "\u3000", "\u00e9\uD83D\uDE00", "a&b=c"})
  void aSearchIsWhatIsRead(String text) {
    String query = "?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);

    assertThat(text.matches(pattern("q"))).isEqualTo(isAnswered(query));
  }

  @ParameterizedTest
  @ValueSource(strings = {"me", "ann", "a b~!", "", "\u00e4", "auth0|5"})
  void anOwnerIsWhatIsRead(String owner) {
    String query = "?owner=" + URLEncoder.encode(owner, StandardCharsets.UTF_8);

    assertThat(owner.matches(pattern("owner"))).isEqualTo(isAnswered(query));
  }

  @ParameterizedTest
  @ValueSource(strings = {"name,-dateAdded,kpiId", "-kpiId", "id", "name,", ""})
  void anOrderOfMembersIsWhatIsRead(String sort) {
    String group = resources.ask("POST /api/v1/kpis/groups", "{\"name\":\"g\"}").header("Location");
    int status = resources.ask("GET " + group + "/kpis?sort=" + sort).status();

    assertThat(sort.matches(pattern("sortMembers"))).isEqualTo(status == 200);
  }

  private boolean isAnswered(String list) {
    return resources.ask("GET /api/v1/kpis" + list).status() == 200;
  }

  private static String pattern(String parameter) {
    return Contract.parameter(parameter).getSchema().getPattern();
  }
}
