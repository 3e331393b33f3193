package io.kpigroups.adapter.rest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.adapter.rest.problem.Problem.InputError;
import io.kpigroups.adapter.rest.support.Calls;
import io.kpigroups.adapter.rest.support.Line;
import io.kpigroups.adapter.rest.support.Reading;
import io.kpigroups.adapter.rest.support.WebServer;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.in.Operation;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.failure.NotPermitted;
import io.kpigroups.domain.kpi.KpiId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApiRequestTest {

  @Test
  void itKnowsItsCallAndItsPathAsItWasAskedFor() {
    Reading reading = Reading.of("GET /api/v1/kpis/%41/?x=1");

    assertThat(reading.<String>read(ApiRequest::path)).isEqualTo("/api/v1/kpis/%41/");
    assertThat(reading.<Call>read(ApiRequest::call)).isEqualTo(Reading.ANN);
  }

  @Test
  void aHeaderThatIsThereSeveralTimesIsOneList() {
    Reading reading = Reading.of("GET /", "If-Match: \"1\"", "IF-MATCH: \"2\",\"3\"");

    assertThat(header(reading, "If-Match")).isEqualTo("\"1\", \"2\",\"3\"");
    assertThat(header(reading, "Other")).isEqualTo("none");
  }

  @Test
  void aParameterIsDecoded() {
    Reading reading = Reading.of("GET /?q=a%20b%26c+d");

    assertThat(query(reading)).isEqualTo("a b&c d");
  }

  @Test
  void aParameterThatIsNotThereIsAsTheOperationSays() {
    assertThat(query(Reading.of("GET /"))).isEqualTo("none");
    assertThat(query(Reading.of("GET /?q"))).isEmpty();
    assertThat(Reading.of("GET /?q=1").<Boolean>read(request -> request.hasQuery("q"))).isTrue();
    assertThat(Reading.of("GET /?r=1").<Boolean>read(request -> request.hasQuery("q"))).isFalse();
  }

  @Test
  void aParameterMayBeSentOnce() {
    assertThat(Reading.of("GET /?q=1&q=1").errors(request -> request.query("q", text -> text, "")))
        .containsExactly(new InputError("query", "q", "The parameter q must be sent once."));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceWithItsPlace() {
    Reading reading = Reading.of("GET /?skip=x&unknown=1", "If-Match: y");

    assertThat(
            reading.errors(
                request -> {
                  request.path("kpiId", "a b", KpiId::new);
                  request.query("skip", ApiRequestTest::refuse, "");
                  request.header("If-Match", ApiRequestTest::refuse, "");
                  request.wrong("body", "name", "No name.");
                }))
        .containsExactly(
            new InputError(
                "path", "kpiId", "A KPI id must be 1 to 64 characters of A-Z a-z 0-9 _ -."),
            new InputError("query", "skip", "Not x."),
            new InputError("header", "If-Match", "Not y."),
            new InputError("body", "name", "No name."),
            new InputError("query", "unknown", "There is no parameter unknown here."));
  }

  @Test
  void whateverItIsAHundredErrorsAreToldAndHowManyMoreThereAre() {
    String many =
        IntStream.range(0, 150).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));

    assertThat(Reading.of("GET /?" + many).errors(request -> {}))
        .hasSize(101)
        .endsWith(new InputError("query", "", "This many errors more are not told: 50."));
  }

  @Test
  void aValueThatIsWrongCannotBeUsedBeforeThatIsTold() {
    Reading reading = Reading.of("GET /");

    assertThatThrownBy(
            () -> reading.read(request -> request.path("kpiId", "a b", KpiId::new).get()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A value was used before its request was valid.");
  }

  @Test
  void whoeverMayNotIsToldSoBeforeAnythingOfTheInput() {
    Call reader = Reading.call(Permission.READ);

    assertThatThrownBy(
            () ->
                WebServer.during(
                    Line.head("GET /?unknown=1"),
                    http -> {
                      Calls.asks(http, Operation.CREATE_GROUP);
                      ApiRequest request = new ApiRequest(http, reader);
                      request.wrong("body", "name", "No name.");
                      request.valid();
                      return request;
                    }))
        .isInstanceOf(NotPermitted.class);
  }

  private static String refuse(String text) {
    throw new InvalidInput("Not " + text + ".");
  }

  private static String header(Reading reading, String name) {
    return reading.valid(request -> request.header(name, text -> text, "none"));
  }

  private static String query(Reading reading) {
    return reading.valid(request -> request.query("q", text -> text, "none"));
  }

  @Test
  void whatCannotBeSeenIsNamedByItsCode() {
    assertThat(Reading.ofBody("\uFEFF\uFEFF{}").complaints(ApiRequest::body))
        .singleElement()
        .satisfies(message -> assertThat(message).contains("('U+FEFF'").doesNotContain("\uFEFF"));
    assertThat(
            Reading.ofBody("{\"na\u200Bme\":1,\"a\\n\u202E\u2028\":2}")
                .complaints(request -> request.body().allow(Set.of(), Set.of())))
        .containsExactly(
            "There is no property naU+200Bme here.",
            "There is no property aU+000AU+202EU+2028 here.");
  }
}
