package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.support.Contract;
import io.kpigroups.adapter.rest.support.Resources;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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

  @ParameterizedTest
  @ValueSource(strings = {"{}", " {name:\"a\"}\n", "{\n\"$or\": [{}, {}]\n}", "", "x", "[]", "{}x"})
  void aFilterIsWhatIsRead(String filter) {
    String query = "/groups?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);

    assertThat(filter.matches(pattern("filter"))).isEqualTo(isAnswered(query));
  }

  @Test
  void theExampleOfAFilterIsOne() {
    String description = Contract.parameter("filter").getDescription();
    String example = description.replaceFirst("(?s).*?`(\\{.*?})`.*", "$1");

    assertThat(example).startsWith("{favorite");
    assertThat(isAnswered("/groups?filter=" + example.replace(" ", "+"))).isTrue();
  }

  @Test
  void aCursorIsWhatIsRead() {
    resources.ask("PUT /api/v1/kpis/k1", "{\"name\":\"a\"}");
    resources.ask("PUT /api/v1/kpis/k2", "{\"name\":\"\ud83d\ude00\"}");
    String link = resources.ask("GET /api/v1/kpis?limit=1&sort=-name").has(200).header("Link");
    String cursor = link.replaceFirst(".*cursor=([^&]+).*", "$1");

    assertThat(cursor).matches(pattern("cursor")).doesNotContain("Link");
    for (String wrong : List.of("", "a.b", cursor + "=")) {
      assertThat(wrong).doesNotMatch(pattern("cursor"));
      assertThat(isAnswered("?sort=-name&cursor=" + wrong)).isFalse();
    }
  }

  private boolean isAnswered(String list) {
    return resources.ask("GET /api/v1/kpis" + list).status() == 200;
  }

  private static String pattern(String parameter) {
    return Contract.parameter(parameter).getSchema().getPattern();
  }
}
