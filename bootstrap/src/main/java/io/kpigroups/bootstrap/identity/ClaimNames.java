package io.kpigroups.bootstrap.identity;

/**
 * Which claims say what.
 *
 * @param user the user's id
 * @param accounts the ids of the accounts
 * @param permissions the permissions
 * @param scope the permissions too, where that claim is absent
 */
record ClaimNames(ClaimName user, ClaimName accounts, ClaimName permissions, ClaimName scope) {
  static final String USER = "kpigroups.identity.user-claim";
  static final String ACCOUNTS = "kpigroups.identity.accounts-claim";
  static final String PERMISSIONS = "kpigroups.identity.permissions-claim";
  static final String SCOPE = "kpigroups.identity.scope-claim";

  /**
   * Reads the settings.
   *
   * @throws io.quarkus.runtime.configuration.ConfigurationException if one is no name of a claim
   */
  static ClaimNames of(IdentityConfig config) {
    return new ClaimNames(
        ClaimName.of(USER, config.userClaim()),
        ClaimName.of(ACCOUNTS, config.accountsClaim()),
        ClaimName.of(PERMISSIONS, config.permissionsClaim()),
        ClaimName.of(SCOPE, config.scopeClaim()));
  }

  /** Whether an installation says where permissions are; many have them in the scope. */
  boolean hasOwnPermissions() {
    return !permissions.name().equals(IdentityConfig.PERMISSIONS_CLAIM);
  }

  boolean hasOwnScope() {
    return !scope.name().equals(IdentityConfig.SCOPE_CLAIM);
  }
}
