package io.kpigroups.bootstrap.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/**
 * Which claims of a token say what, and how its keys are fetched. A claim's name is its own or,
 * where there is none of that name, a path into nested claims: {@code realm_access/roles}.
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

  /** The TLS configuration that a key set is fetched with; Quarkus's default one if not set. */
  Optional<String> tlsConfigurationName();

  /**
   * The proxy that a key set is fetched through, or {@code none}; if not set, Quarkus's default one
   * or, without that, the one of Java's properties.
   */
  Optional<String> proxyConfigurationName();
}
