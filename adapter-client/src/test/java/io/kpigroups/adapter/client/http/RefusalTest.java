package io.kpigroups.adapter.client.http;

import static io.kpigroups.adapter.client.fixture.Samples.ANN;
import static io.kpigroups.adapter.client.fixture.Samples.GROUP;
import static io.kpigroups.adapter.client.fixture.Samples.KPI;
import static io.kpigroups.adapter.client.fixture.Samples.NAME;
import static io.kpigroups.adapter.client.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kpigroups.adapter.client.fixture.Reply;
import io.kpigroups.adapter.client.fixture.Samples;
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.application.port.AccessDenied;
import io.kpigroups.application.port.AccessDenied.Reason;
import io.kpigroups.application.port.CredentialsRefused;
import io.kpigroups.application.port.GroupOrKpiNotFound;
import io.kpigroups.application.port.UpstreamFailure;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.failure.GroupNotFound;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.failure.KpiGroupException;
import io.kpigroups.domain.failure.KpiNotFound;
import io.kpigroups.domain.failure.LimitReached;
import io.kpigroups.domain.failure.RevisionRequired;
import io.kpigroups.domain.failure.StaleRevision;
import io.kpigroups.domain.group.AccountRules;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.RevisionMatch;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import org.junit.jupiter.api.Test;

/** Which failure each refusal of upstream becomes. */
@QuarkusTest
@WithTestResource(StubUpstream.class)
class RefusalTest {
  private static final String HTML = "<html><body>secret details</body></html>";

  private final KpiGroupStorage storage;

  RefusalTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  @Test
  void theStatusOfAForeignUpstreamIsUsedButNotItsText() {
    expect(400, HTML, InvalidInput.class);
    expect(401, HTML, CredentialsRefused.class);
    expect(404, HTML, GroupNotFound.class);
    expect(410, HTML, GroupNotFound.class);
    expect(412, HTML, StaleRevision.class);
    expect(422, HTML, InvalidInput.class);
    expect(428, HTML, RevisionRequired.class);
    for (int odd : new int[] {405, 406, 409, 413, 415, 418, 451, 501}) {
      expect(odd, HTML, UpstreamFailure.class);
    }
    assertThat(reason(402, "{\"message\":\"pay\"}")).isEqualTo(Reason.PAYMENT);
    assertThat(reason(403, HTML)).isEqualTo(Reason.PERMISSION);
  }

  @Test
  void aProblemOfAServiceLikeThisOneIsPassedOn() {
    assertThat(refusal(400, Samples.problem(400, "invalid-input", "Say it in one.")))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Say it in one.");
    assertThat(refusal(401, Samples.problem(401, "unauthenticated", "The token has expired.")))
        .isInstanceOf(CredentialsRefused.class)
        .hasMessage("The token has expired.");
    assertThat(refusal(409, Samples.problem(409, "limit-reached", "At most 2.")))
        .isInstanceOf(LimitReached.class)
        .hasMessage("At most 2.");
    assertThat(reason(403, Samples.problem(403, "account-forbidden", "x")))
        .isEqualTo(Reason.ACCOUNT);
    assertThat(reason(403, Samples.problem(403, "no-user", "x"))).isEqualTo(Reason.NO_USER);
    assertThat(reason(403, Samples.problem(403, "not-permitted", "x")))
        .isEqualTo(Reason.PERMISSION);
    assertThat(reason(403, Samples.problem(403, "account-suspended", "x")))
        .isEqualTo(Reason.PAYMENT);
  }

  @Test
  void notFoundNamesWhatIsMissingIfUpstreamDoes() {
    StubUpstream.responds(Reply.json(404, Samples.problem(404, "group-not-found", "x")));
    assertThatThrownBy(this::join).isInstanceOf(GroupNotFound.class);
    StubUpstream.responds(Reply.json(404, Samples.problem(404, "kpi-not-found", "x")));
    KpiNotFound missing = catchThrowableOfType(KpiNotFound.class, this::join);
    assertThat(missing).hasMessageContaining(KPI.value());
    StubUpstream.responds(Reply.of(404, ""));
    assertThatThrownBy(this::join).isInstanceOf(GroupOrKpiNotFound.class);
    assertThatThrownBy(
            () -> storage.memberships().remove(ANN, GROUP, KPI, NOW, AccountRules.DEFAULT))
        .isInstanceOf(GroupOrKpiNotFound.class);
    assertThat(storage.groups().find(ANN, GROUP)).isEmpty();
    assertThat(storage.kpis().find(ANN, KPI)).isEmpty();
    assertThatThrownBy(
            () ->
                storage
                    .groups()
                    .list(ANN, GroupSelection.LIVE, ListQuery.groups(PageRange.first(1))))
        .isInstanceOf(UpstreamFailure.class);
  }

  @Test
  void aRefusedChangeIsNotRepeated() {
    StubUpstream.responds(Reply.json(403, ""));
    assertThatThrownBy(() -> storage.groups().create(ANN, GROUP, NAME, NOW, AccountLimits.DEFAULT))
        .isInstanceOf(AccessDenied.class);
    assertThatThrownBy(() -> storage.favorites().add(ANN, GROUP, NOW, AccountLimits.DEFAULT))
        .isInstanceOf(AccessDenied.class);
    assertThat(StubUpstream.received()).hasSize(2);
  }

  private void join() {
    storage.memberships().add(ANN, GROUP, KPI, NOW, AccountRules.DEFAULT);
  }

  private void expect(int status, String body, Class<? extends KpiGroupException> failure) {
    assertThat(refusal(status, body))
        .as(String.valueOf(status))
        .isInstanceOf(failure)
        .hasMessageNotContaining("secret");
  }

  private Reason reason(int status, String body) {
    return ((AccessDenied) refusal(status, body)).reason();
  }

  private KpiGroupException refusal(int status, String body) {
    StubUpstream.responds(Reply.json(status, body));
    return catchThrowableOfType(
        KpiGroupException.class,
        () -> storage.groups().delete(ANN, GROUP, NOW, RevisionMatch.unconditional()));
  }
}
