package io.kpigroups.bootstrap.identity;

import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;

/**
 * Reads a caller from the claims of a verified token. What is ill-formed is left out, not refused:
 * a token may be made for several services, and what it does not grant here is then not permitted.
 */
final class CallerReader {
  /** The word of each permission in tokens. */
  static final Map<String, Permission> PERMISSIONS =
      Map.of("kpis:read", Permission.READ, "kpis:manage", Permission.MANAGE);

  private final ClaimNames names;
  private final MissingClaims missing = new MissingClaims();

  CallerReader(ClaimNames names) {
    this.names = names;
  }

  Caller.Verified read(JwtClaims token) {
    Map<String, Object> claims = token.getClaimsMap();
    return new Caller.Verified(
        words(claim(claims, ClaimNames.USER, names.user())).flatMap(valid(UserId::new)).findFirst(),
        accounts(claim(claims, ClaimNames.ACCOUNTS, names.accounts()))
            .flatMap(valid(AccountId::new))
            .collect(Collectors.toSet()),
        words(granted(claims))
            .flatMap(CallerReader::split)
            .flatMap(word -> Stream.ofNullable(PERMISSIONS.get(word)))
            .collect(Collectors.toSet()));
  }

  private Optional<Object> claim(Map<String, Object> claims, String setting, ClaimName name) {
    Optional<Object> value = name.in(claims);
    if (value.isEmpty()) {
      missing.tell(setting, name);
    }
    return value;
  }

  /** What the permissions' claim says or, where it is absent, the scope's. */
  private Optional<Object> granted(Map<String, Object> claims) {
    Optional<Object> permissions = names.permissions().in(claims);
    if (permissions.isPresent()) {
      return permissions;
    }
    Optional<Object> scope = names.scope().in(claims);
    if (scope.isEmpty() || names.hasOwnPermissions()) {
      missing.tell(ClaimNames.PERMISSIONS, names.permissions());
    }
    if (scope.isEmpty() && names.hasOwnScope()) {
      missing.tell(ClaimNames.SCOPE, names.scope());
    }
    return scope;
  }

  /** Ids in a list, in one string with spaces between, or as the names of an object's members. */
  private static Stream<String> accounts(Optional<Object> claim) {
    Object value = claim.orElse(List.of());
    if (value instanceof Map<?, ?> members) {
      return words(Optional.of(members.keySet()));
    }
    return value instanceof String text ? split(text) : words(claim);
  }

  /** A claim's strings: itself, or those in its list. */
  private static Stream<String> words(Optional<Object> claim) {
    Collection<?> values =
        claim
            .<Collection<?>>map(
                value -> value instanceof Collection<?> list ? list : Arrays.asList(value))
            .orElse(List.of());
    return values.stream().filter(String.class::isInstance).map(String.class::cast);
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
