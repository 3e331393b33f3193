package io.kpigroups.adapter.rest.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.problem.ProblemType;
import io.kpigroups.adapter.rest.support.Reply;
import io.kpigroups.adapter.rest.support.Resources;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which KPIs of the register a list has. */
class KpiListTest {
  private static final String KPIS = "/api/v1/kpis";

  private final Resources resources = new Resources();

  @AfterEach
  void close() {
    resources.edge().close();
  }

  @BeforeEach
  void register() {
    put("k1", "Umsatz, \u00c9tat & 1+1", "ann");
    put("k2", "Churn", "bob");
    put("k3", "umsatz", "me");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                        | k1 k2 k3",
        "?q=UMSATZ                 | k1 k3",
        "?q=%20umsatz%20           | k1 k3",
        "?q=etat                   | k1",
        "?q=%26+1%2B1              | k1",
        "?q=umsatzz                | ''",
        "?owner=me                 | k1",
        "?owner=bob                | k2",
        "?owner=nobody             | ''",
        "?owner=ann&q=churn        | ''",
        "?ungrouped=true           | k2 k3",
        "?ungrouped=false          | k1 k2 k3",
        "?ungrouped=true&q=u&sort=-id | k3 k2"
      })
  void aListHasWhatIsAskedFor(String query, String ids) {
    String group = resources.ask("POST " + KPIS + "/groups", "{\"name\":\"g\"}").header("Location");
    resources.ask("PUT " + group.replace("/groups", "/k1/groups")).has(200);

    assertThat(String.join(" ", ids(resources.ask("GET " + KPIS + query).has(200)))).isEqualTo(ids);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "q=          | q must be a text that a name can contain. A text that is searched for must not be empty or only white space.",
        "q=%CC%81    | q must be a text that a name can contain. A text that is searched for must be more than accents.",
        "owner=      | A user id must be 1 to 255 printable ASCII characters.",
        "owner=%C3%A4 | A user id must be 1 to 255 printable ASCII characters.",
        "ungrouped=x | ungrouped must be true or false.",
        "deleted=true | There is no parameter deleted here.",
        "kpiId=k1    | There is no parameter kpiId here."
      })
  void whatTheListDoesNotTakeIsRefused(String query, String message) {
    Reply refused = resources.ask("GET " + KPIS + "?" + query);

    assertThat(refused.isProblem(ProblemType.INVALID_INPUT).json().findValuesAsText("message"))
        .containsExactly(message);
    assertThat(refused.json().findValuesAsText("name"))
        .containsExactly(query.substring(0, query.indexOf('=')));
  }

  @Test
  void whatIsNoUtf8IsNotLookedFor() {
    resources.ask("GET " + KPIS + "?q=%FF").isProblem(ProblemType.INVALID_INPUT);
  }

  @Test
  void theNextPageIsOfTheSameList() {
    Reply page = resources.ask("GET " + KPIS + "?owner=me&sort=name,-id&q=%26+1%2B1&take=1");

    assertThat(page.has(200).header("Link"))
        .isEqualTo("</api/v1/kpis?limit=1&owner=me&sort=name,-id&q=%26%201%2B1>; rel=\"first\"");
  }

  @Test
  void whateverIsLookedForItsLinksAreLinks() {
    String strange = "%3E%3B%20rel%3D%22next%22%2C%20%3C%F0%9F%98%80%25%23%3F%2F%7E*";
    String link = resources.ask("GET " + KPIS + "?q=" + strange).has(200).header("Link");

    assertThat(link).matches("</api/v1/kpis\\?limit=1000&q=[^<> \"]+>; rel=\"first\"");
    String path = link.substring(1, link.indexOf('>'));
    assertThat(resources.ask("GET " + path).has(200).header("Link")).isEqualTo(link);
  }

  @Test
  void theLongestNameIsFoundHoweverItsAccentsAreWritten() {
    String syllables = "\u1112\u1161\u11ab".repeat(255);
    put("k4", Normalizer.normalize(syllables, Normalizer.Form.NFC), "ann");

    String q = URLEncoder.encode(syllables, StandardCharsets.UTF_8);
    assertThat(ids(resources.ask("GET " + KPIS + "?q=" + q).has(200))).containsExactly("k4");
  }

  private void put(String id, String name, String owner) {
    resources
        .ask(
            "PUT " + KPIS + "/" + id,
            "{\"name\":\"" + name + "\",\"ownerIds\":[\"" + owner + "\"]}")
        .has(201);
  }

  private static List<String> ids(Reply page) {
    return page.json().findValuesAsText("id");
  }
}
