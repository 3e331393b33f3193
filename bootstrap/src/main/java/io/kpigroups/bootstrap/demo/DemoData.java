package io.kpigroups.bootstrap.demo;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.application.port.in.KpiRegister;
import io.kpigroups.bootstrap.identity.DemoIdentity;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** The demo account, with its user and the KPIs in its register. */
@Singleton
public class DemoData {
  private static final Logger LOG = Logger.getLogger(DemoData.class);

  /** The account. */
  static final AccountId ACCOUNT = new AccountId("5be26318e5274a0007f17f61");

  /** Its user, who may do everything there. */
  static final UserId USER = new UserId("demo");

  /** What the user may do. */
  static final Set<Permission> PERMISSIONS = Set.of(Permission.READ, Permission.MANAGE);

  private static final Map<String, String> KPIS =
      Map.of(
          "5be26318e5274a0007f17fa1", "Monthly recurring revenue",
          "5be26318e5274a0007f17fa2", "Customer churn rate",
          "5be26318e5274a0007f17fa3", "Net promoter score");

  /** For all calls together. */
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private final KpiRegister register;

  public DemoData(KpiRegister register) {
    this.register = register;
  }

  /** A token of the user. */
  public static String token(DemoIdentity identity, Clock clock) {
    return identity.token(USER, Set.of(ACCOUNT), PERMISSIONS, clock.instant());
  }

  /**
   * Registers the KPIs if the account has none, so that a removed one does not come back. A store
   * that cannot do it now does not stop the start.
   */
  public void register() {
    Call call = new Call(Actor.of(ACCOUNT, USER, PERMISSIONS), Deadline.in(TIMEOUT));
    try {
      if (register.list(call, ListQuery.kpis(PageRange.first(1))).totalCount() == 0) {
        KPIS.forEach(
            (id, name) -> register.put(call, new KpiId(id), new Name(name), List.of(USER)));
      }
    } catch (StorageUnavailable e) {
      LOG.warn("The demo account does not get its KPIs: " + e.getMessage());
    }
  }
}
