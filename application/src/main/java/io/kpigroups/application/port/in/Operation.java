package io.kpigroups.application.port.in;

import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.failure.NotPermitted;
import java.util.Optional;

/** Every operation, and the permission that it needs; stated nowhere else. */
public enum Operation {
  LIST_GROUPS(Permission.READ),
  GET_GROUP(Permission.READ),
  CREATE_GROUP(Permission.MANAGE),
  RENAME_GROUP(Permission.MANAGE),
  DELETE_GROUP(Permission.MANAGE),
  RESTORE_GROUP(Permission.MANAGE),
  /** Needs no permission: whoever may act in the account may have favorites. */
  FAVORITE_GROUP(),
  /** Needs no permission, as {@link #FAVORITE_GROUP}. */
  UNFAVORITE_GROUP(),
  LIST_MEMBERS(Permission.READ),
  CHANGE_MEMBERS(Permission.MANAGE),
  ADD_KPI_TO_GROUP(Permission.MANAGE),
  REMOVE_KPI_FROM_GROUP(Permission.MANAGE),
  LIST_GROUPS_OF_KPI(Permission.READ),
  LIST_KPIS(Permission.READ),
  GET_KPI(Permission.READ),
  REGISTER_KPI(Permission.MANAGE),
  UNREGISTER_KPI(Permission.MANAGE);

  private final Optional<Permission> needed;

  Operation() {
    this.needed = Optional.empty();
  }

  Operation(Permission needed) {
    this.needed = Optional.of(needed);
  }

  /** The permission that this needs; empty if being a user of the account is enough. */
  public Optional<Permission> needed() {
    return needed;
  }

  /**
   * Checks that the actor may do this. Every use case does so first. An adapter may do so earlier,
   * to report "not permitted" before "wrong input".
   *
   * @throws InvalidInput if it needs one, and the actor names no account
   * @throws NotPermitted if the actor lacks the permission
   */
  public void authorize(Actor actor) {
    needed.ifPresent(permission -> permission.require(actor));
  }
}
