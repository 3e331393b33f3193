package io.kpigroups.domain.kpi;

import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.Revision;
import io.kpigroups.domain.value.UserId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A KPI in an account's register: that it exists, what it is called and who owns it.
 *
 * <p>KPIs themselves live in another system; the register says which of them may be grouped. At
 * most {@link #MAX_OWNERS} owners, each once, in the order given.
 */
public final class Kpi {
  /** The most owners a KPI may have. */
  public static final int MAX_OWNERS = 100;

  private final AccountId account;
  private final KpiId id;
  private final Name name;
  private final List<UserId> owners;

  /**
   * @throws InvalidInput if there are more owners
   */
  public Kpi(AccountId account, KpiId id, Name name, List<UserId> owners) {
    this(account, id, name, owners, false);
  }

  private Kpi(AccountId account, KpiId id, Name name, List<UserId> owners, boolean asStored) {
    this.account = account;
    this.id = id;
    this.name = name;
    this.owners = asStored ? List.copyOf(owners) : checked(owners);
  }

  /** A KPI that is stored already, with its owners exactly as they are, however many. */
  public static Kpi stored(AccountId account, KpiId id, Name name, List<UserId> owners) {
    return new Kpi(account, id, name, owners, true);
  }

  private static List<UserId> checked(List<UserId> owners) {
    List<UserId> different = owners.stream().distinct().toList();
    if (different.size() > MAX_OWNERS) {
      throw new InvalidInput("A KPI may have at most " + MAX_OWNERS + " owners.");
    }
    return different;
  }

  public AccountId account() {
    return account;
  }

  public KpiId id() {
    return id;
  }

  public Name name() {
    return name;
  }

  public List<UserId> owners() {
    return owners;
  }

  /** The revision of this entry; equal entries have equal revisions. */
  public Revision revision() {
    return Revision.ofContent(
        Stream.concat(Stream.of(name.value()), owners.stream().map(UserId::value)).toList());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Kpi kpi
        && kpi.account.equals(account)
        && kpi.id.equals(id)
        && kpi.name.equals(name)
        && kpi.owners.equals(owners);
  }

  @Override
  public int hashCode() {
    return Objects.hash(account, id, name, owners);
  }

  @Override
  public String toString() {
    return "Kpi[account=" + account + ", id=" + id + ", name=" + name + ", owners=" + owners + "]";
  }
}
