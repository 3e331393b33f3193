package io.kpigroups.bootstrap.identity;

import io.kpigroups.adapter.rest.Caller;
import io.kpigroups.domain.AccountId;
import io.kpigroups.domain.InvalidInput;
import io.kpigroups.domain.Permission;
import io.kpigroups.domain.UserId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;

/**
 * Reads a caller from the claims of a verified token. What is ill-formed is left out, not refused:
 * a token may be made for several services, and what it does not grant here is then not permitted.
 */
final class CallerReader {
  /** The word of each permission in tokens. */
  static final Map<String, Permission> PERMISSIONS =
      Map.of("kpis:read", Permission.READ, "kpis:manage", Permission.MANAGE);

  private final IdentityConfig names;

  CallerReader(IdentityConfig names) {
    this.names = names;
  }

  Caller.Verified read(JwtClaims token) {
    Map<String, Object> claims = token.getClaimsMap();
    return new Caller.Verified(
        words(claim(claims, names.userClaim())).flatMap(valid(UserId::new)).findFirst(),
        words(claim(claims, names.accountsClaim()))
            .flatMap(valid(AccountId::new))
            .collect(Collectors.toSet()),
        claim(claims, names.permissionsClaim())
            .or(() -> claim(claims, names.scopeClaim()))
            .map(CallerReader::permissions)
            .orElseGet(Stream::empty)
            .collect(Collectors.toSet()));
  }

  private static Stream<Permission> permissions(Object claim) {
    return words(Optional.of(claim))
        .flatMap(text -> Arrays.stream(text.split(" ")))
        .flatMap(word -> Stream.ofNullable(PERMISSIONS.get(word)));
  }

  /** A claim's strings: itself, or those in its list. */
  private static Stream<String> words(Optional<Object> claim) {
    Collection<?> values =
        claim
            .<Collection<?>>map(
                value -> value instanceof Collection<?> list ? list : Arrays.asList(value))
            .orElse(Arrays.asList());
    return values.stream().filter(String.class::isInstance).map(String.class::cast);
  }

  private static Optional<Object> claim(Map<?, ?> claims, String name) {
    @Nullable Object direct = claims.get(name);
    int slash = name.indexOf('/');
    if (direct != null || slash < 0) {
      return Optional.ofNullable(direct);
    }
    return claims.get(name.substring(0, slash)) instanceof Map<?, ?> nested
        ? claim(nested, name.substring(slash + 1))
        : Optional.empty();
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
