package io.kpigroups.rival.vertx;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

/** Verifies each token once, as the service does, and tells who calls in which account. */
final class Tokens {
  private static final AlgorithmConstraints RS256 =
      new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256);
  private static final Map<String, Permission> PERMISSIONS =
      Map.of("kpis:read", Permission.READ, "kpis:manage", Permission.MANAGE);
  private static final String SCHEME = "Bearer ";
  private static final Duration TIME = Duration.ofSeconds(10);
  private static final int MOST = 5_000;

  private final PublicKey key;
  private final Cache<String, Bearer> verified =
      Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

  /**
   * What a good token says.
   *
   * @param end when it expires
   */
  private record Bearer(
      UserId user, Set<String> accounts, Set<Permission> permissions, NumericDate end) {}

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
    Bearer bearer = bearer(request.header("Authorization"));
    String account = request.header("gtmhub-accountId");
    if (account == null || account.isBlank()) {
      throw new Refused(400, "The header gtmhub-accountId is missing.");
    }
    if (!bearer.accounts().contains(account)) {
      throw new Refused(403, "The token is not for this account.");
    }
    Actor actor = Actor.of(new AccountId(account), bearer.user(), bearer.permissions());
    return new Call(actor, Deadline.in(TIME));
  }

  private Bearer bearer(@Nullable String authorization) {
    if (authorization == null || !authorization.startsWith(SCHEME)) {
      throw unauthenticated();
    }
    String token = authorization.substring(SCHEME.length());
    String digest = digest(token);
    Bearer known = verified.getIfPresent(digest);
    if (known != null && NumericDate.now().isBefore(known.end())) {
      return known;
    }
    Bearer read = read(verify(token));
    verified.put(digest, read);
    return read;
  }

  private static String digest(String token) {
    try {
      byte[] text = token.getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return new String(digest, StandardCharsets.ISO_8859_1);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private JwtClaims verify(String token) {
    try {
      JsonWebSignature signature = new JsonWebSignature();
      signature.setAlgorithmConstraints(RS256);
      signature.setCompactSerialization(token);
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

  private static Bearer read(JwtClaims claims) {
    try {
      String user = claims.getSubject();
      if (user == null) {
        throw unauthenticated();
      }
      return new Bearer(
          new UserId(user),
          Set.copyOf(strings(claims, "accounts")),
          strings(claims, "permissions").stream()
              .flatMap(word -> Stream.ofNullable(PERMISSIONS.get(word)))
              .collect(Collectors.toUnmodifiableSet()),
          claims.getExpirationTime());
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
