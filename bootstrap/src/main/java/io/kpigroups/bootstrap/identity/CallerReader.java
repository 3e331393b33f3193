package io.kpigroups.bootstrap.identity;

import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jose4j.jwt.JwtClaims;

/**
 * Reads a caller from the claims of a verified token. Ill-formed values are ignored, not refused: a
 * token may be made for several services, and what it does not grant here is not permitted.
 */
final class CallerReader {
  /** The word of each permission in tokens. */
  static final Map<String, Permission> PERMISSIONS =
      Map.of("kpis:read", Permission.READ, "kpis:manage", Permission.MANAGE);

  private static final Logger LOG = Logger.getLogger(CallerReader.class);
  private static final String HOW_TO =
      ". Steps into nested claims have slashes between them (realm_access/roles), a dot is part of"
          + " a step, and a step with a slash of its own can stand in double quotes"
          + " (resource_access/\"https://kpi.example.com\"/roles). This is said once.";

  private final ClaimName user;
  private final ClaimName accounts;
  private final ClaimName permissions;
  private final ClaimName scope;
  private final Set<ClaimName> reported = ConcurrentHashMap.newKeySet();

  /**
   * Reads the settings.
   *
   * @throws io.quarkus.runtime.configuration.ConfigurationException if one is no name of a claim
   */
  CallerReader(IdentityConfig config) {
    user = new ClaimName("kpigroups.identity.user-claim", config.userClaim());
    accounts = new ClaimName("kpigroups.identity.accounts-claim", config.accountsClaim());
    permissions = new ClaimName("kpigroups.identity.permissions-claim", config.permissionsClaim());
    scope = new ClaimName("kpigroups.identity.scope-claim", config.scopeClaim());
  }

  Caller.Verified read(JwtClaims token) {
    Map<String, Object> claims = token.getClaimsMap();
    return new Caller.Verified(
        strings(claim(claims, user)).flatMap(valid(UserId::new)).findFirst(),
        strings(claim(claims, accounts).map(CallerReader::ids))
            .flatMap(valid(AccountId::new))
            .collect(Collectors.toSet()),
        strings(granted(claims))
            .flatMap(CallerReader::split)
            .flatMap(word -> Stream.ofNullable(PERMISSIONS.get(word)))
            .collect(Collectors.toSet()));
  }

  /** What the permissions' claim says or, where it is absent, the scope's. */
  private Optional<Object> granted(Map<String, Object> claims) {
    Optional<Object> granted = permissions.in(claims).or(() -> scope.in(claims));
    if (permissions.in(claims).isEmpty()) {
      if (granted.isEmpty() || !permissions.name().equals(IdentityConfig.PERMISSIONS_CLAIM)) {
        report(permissions);
      }
      if (granted.isEmpty() && !scope.name().equals(IdentityConfig.SCOPE_CLAIM)) {
        report(scope);
      }
    }
    return granted;
  }

  private Optional<Object> claim(Map<String, Object> claims, ClaimName name) {
    Optional<Object> value = name.in(claims);
    if (value.isEmpty()) {
      report(name);
    }
    return value;
  }

  /**
   * Logs once that a good token lacks a claim. Its bearer gets a 403, and without the line nobody
   * would find a misspelt name in the settings.
   */
  private void report(ClaimName claim) {
    if (reported.add(claim)) {
      LOG.warn("A good token has no claim " + claim.name() + ", see " + claim.setting() + HOW_TO);
    }
  }

  /** Ids in a list, in one string with spaces between, or as the names of an object's members. */
  private static Object ids(Object value) {
    if (value instanceof Map<?, ?> members) {
      return members.keySet();
    }
    return value instanceof String text ? split(text).toList() : value;
  }

  /** A claim's strings: itself, or those in its list. */
  private static Stream<String> strings(Optional<Object> claim) {
    return claim.stream()
        .flatMap(value -> value instanceof Collection<?> list ? list.stream() : Stream.of(value))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  private static Stream<String> split(String text) {
    return Arrays.stream(text.split(" "));
  }

  private static <T> Function<String, Stream<T>> valid(Function<String, T> type) {
    return text -> {
      try {
        return Stream.of(type.apply(text));
      } catch (InvalidInput e) {
        return Stream.empty();
      }
    };
  }
}
