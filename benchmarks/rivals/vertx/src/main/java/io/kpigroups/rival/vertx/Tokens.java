package io.kpigroups.rival.vertx;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Verifies the token of each request, and tells who calls in which account. */
final class Tokens {
  private static final AlgorithmConstraints RS256 =
      new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256);
  private static final Map<String, Permission> PERMISSIONS =
      Map.of("kpis:read", Permission.READ, "kpis:manage", Permission.MANAGE);
  private static final String SCHEME = "Bearer ";
  private static final Duration TIME = Duration.ofSeconds(10);

  private final PublicKey key;

  private Tokens(PublicKey key) {
    this.key = key;
  }

  /** Those that the owner of this key signed; a PEM file. */
  static Tokens signedFor(Path file) throws IOException, GeneralSecurityException {
    String text = Files.readString(file).replaceAll("-----[^-]+-----", "");
    byte[] bytes = Base64.getMimeDecoder().decode(text);
    return new Tokens(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes)));
  }

  /** The call that the request may make, if what it does is permitted to its caller. */
  Call call(Request request, Permission needed) {
    Call call = call(request);
    needed.require(call.actor());
    return call;
  }

  /** The call of whoever may act in the account. */
  Call call(Request request) {
    JwtClaims claims = verified(request.header("Authorization"));
    String account = request.header("gtmhub-accountId");
    if (account == null || account.isBlank()) {
      throw new Refused(400, "The header gtmhub-accountId is missing.");
    }
    if (!strings(claims, "accounts").contains(account)) {
      throw new Refused(403, "The token is not for this account.");
    }
    Set<Permission> permissions =
        strings(claims, "permissions").stream()
            .flatMap(word -> Stream.ofNullable(PERMISSIONS.get(word)))
            .collect(Collectors.toSet());
    Actor actor = Actor.of(new AccountId(account), user(claims), permissions);
    return new Call(actor, Deadline.in(TIME));
  }

  private JwtClaims verified(@Nullable String authorization) {
    if (authorization == null || !authorization.startsWith(SCHEME)) {
      throw unauthenticated();
    }
    try {
      JsonWebSignature signature = new JsonWebSignature();
      signature.setAlgorithmConstraints(RS256);
      signature.setCompactSerialization(authorization.substring(SCHEME.length()));
      signature.setKey(key);
      if (!signature.verifySignature()) {
        throw unauthenticated();
      }
      JwtClaims claims = JwtClaims.parse(signature.getPayload());
      NumericDate end = claims.getExpirationTime();
      if (end == null || !NumericDate.now().isBefore(end)) {
        throw unauthenticated();
      }
      return claims;
    } catch (JoseException | InvalidJwtException | MalformedClaimException | ClassCastException e) {
      throw unauthenticated();
    }
  }

  private static UserId user(JwtClaims claims) {
    try {
      String user = claims.getSubject();
      if (user == null) {
        throw unauthenticated();
      }
      return new UserId(user);
    } catch (MalformedClaimException | InvalidInput e) {
      throw unauthenticated();
    }
  }

  private static List<String> strings(JwtClaims claims, String name) {
    try {
      List<String> values = claims.getStringListClaimValue(name);
      return values == null ? List.of() : values;
    } catch (MalformedClaimException e) {
      return List.of();
    }
  }

  private static Refused unauthenticated() {
    return new Refused(401, "A valid token is needed.");
  }
}
