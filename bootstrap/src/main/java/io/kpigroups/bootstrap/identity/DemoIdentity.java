package io.kpigroups.bootstrap.identity;

import io.kpigroups.bootstrap.identity.keys.KeySet;
import io.kpigroups.bootstrap.identity.keys.VerificationKeys;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Makes tokens for trying the service out, signed with a key of its own. For development only:
 * whoever can read the data folder can make a token for any user.
 */
public final class DemoIdentity {
  /** How long a demo token is valid. */
  public static final Duration VALIDITY = Duration.ofDays(1);

  private final EllipticCurveJsonWebKey key;
  private final IdentitySettings settings;

  /**
   * The identity whose key is in a folder; makes folder and key if they do not exist.
   *
   * @throws io.quarkus.runtime.configuration.ConfigurationException if that does not work
   */
  public DemoIdentity(Path folder, IdentitySettings settings) {
    this.key = new DemoKeyFile(folder).open();
    this.settings = settings;
  }

  VerificationKeys keys() {
    return new KeySet(List.of(key));
  }

  /**
   * A token that the service takes for {@link #VALIDITY}, with the claims that are configured. A
   * path is written as one name: that is where a claim is looked for first.
   */
  public String token(
      UserId user, Set<AccountId> accounts, Set<Permission> permissions, Instant now) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(settings.issuer().orElse("kpi-groups-demo"));
    if (!settings.audiences().isEmpty()) {
      claims.setAudience(settings.audiences());
    }
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(now.plus(VALIDITY).getEpochSecond()));
    IdentityConfig config = settings.config();
    claims.setClaim(ClaimName.unquoted(config.userClaim()), user.value());
    claims.setClaim(
        ClaimName.unquoted(config.accountsClaim()),
        accounts.stream().map(AccountId::value).sorted().toList());
    claims.setClaim(
        ClaimName.unquoted(config.permissionsClaim()),
        CallerReader.PERMISSIONS.entrySet().stream()
            .filter(word -> permissions.contains(word.getValue()))
            .map(Map.Entry::getKey)
            .sorted()
            .toList());
    return sign(claims);
  }

  /**
   * The permission that a word in a token stands for.
   *
   * @throws InvalidInput if it stands for none
   */
  public static Permission permission(String word) {
    return Optional.ofNullable(CallerReader.PERMISSIONS.get(word))
        .orElseThrow(
            () ->
                new InvalidInput(
                    "There is no permission " + word + ", only kpis:read and kpis:manage."));
  }

  private String sign(JwtClaims claims) {
    try {
      JsonWebSignature signature = new JsonWebSignature();
      signature.setAlgorithmHeaderValue(KeySet.ES256);
      signature.setKeyIdHeaderValue(key.getKeyId());
      signature.setHeader("typ", "JWT");
      signature.setKey(key.getPrivateKey());
      signature.setPayload(claims.toJson());
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("The demo key does not sign.", e);
    }
  }
}
