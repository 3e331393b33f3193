package io.kpigroups.bootstrap.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Which claims of a token say what. A name is a claim's own name or, where there is none of that
 * name, a path into nested claims: {@code realm_access/roles}.
 */
@ConfigMapping(prefix = "kpigroups.identity")
public interface IdentityConfig {

  /** The claim that holds the user's id. */
  @WithDefault("sub")
  String userClaim();

  /** The claim that lists the ids of the accounts that the user may act in. */
  @WithDefault("accounts")
  String accountsClaim();

  /** The claim that lists permissions. */
  @WithDefault("permissions")
  String permissionsClaim();

  /** The claim that is looked at where the permissions' is absent: words with spaces between. */
  @WithDefault("scope")
  String scopeClaim();
}
