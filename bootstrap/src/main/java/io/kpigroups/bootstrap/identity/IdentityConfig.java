package io.kpigroups.bootstrap.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Which claims of a token say what (see {@link ClaimName}), and how its keys are fetched. */
@ConfigMapping(prefix = "kpigroups.identity")
public interface IdentityConfig {
  /** The default of {@link #permissionsClaim}. */
  String PERMISSIONS_CLAIM = "permissions";

  /** The default of {@link #scopeClaim}. */
  String SCOPE_CLAIM = "scope";

  /** The claim that holds the user's id. */
  @WithDefault("sub")
  String userClaim();

  /** The claim that lists the ids of the accounts that the user may act in. */
  @WithDefault("accounts")
  String accountsClaim();

  /** The claim that lists permissions. */
  @WithDefault(PERMISSIONS_CLAIM)
  String permissionsClaim();

  /** The claim that is looked at where the permissions' is absent: words with spaces between. */
  @WithDefault(SCOPE_CLAIM)
  String scopeClaim();

  /** The TLS configuration that a key set is fetched with; Quarkus's default one if not set. */
  Optional<String> tlsConfigurationName();

  /**
   * The proxy that a key set is fetched through, or {@code none}; if not set, Quarkus's default one
   * or, without that, the one of Java's properties.
   */
  Optional<String> proxyConfigurationName();
}
