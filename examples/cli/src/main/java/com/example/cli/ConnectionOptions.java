package com.example.cli;

import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.value.AccountId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * Where the service is, and as whom it is called. There is no option for a token, which others on
 * this machine could see in the list of processes.
 */
final class ConnectionOptions {
  private static final Pattern URL = Pattern.compile("(?i)https?://[^/?#@\\s]+(/[^?#\\s]*)?");
  private static final Pattern TOKEN = Pattern.compile("[!-~]+");

  @Option(
      names = "--url",
      scope = ScopeType.INHERIT,
      defaultValue = "${env:KPIG_URL}",
      description = "The base of the API, https://.../api/v1; else KPIG_URL.")
  private @Nullable String url;

  @Option(
      names = "--account",
      scope = ScopeType.INHERIT,
      paramLabel = "<id>",
      defaultValue = "${env:KPIG_ACCOUNT}",
      description = "The account; else KPIG_ACCOUNT.")
  private @Nullable AccountId account;

  @Option(
      names = "--token-file",
      scope = ScopeType.INHERIT,
      paramLabel = "<file>",
      description = "A file with the token; else KPIG_TOKEN holds it.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--deadline",
      scope = ScopeType.INHERIT,
      paramLabel = "<time>",
      defaultValue = "10s",
      description = "How long each call may take; ${DEFAULT-VALUE} unless set.")
  private Duration deadline = Duration.ZERO;

  /**
   * The connection.
   *
   * @throws InvalidInput if something of it is missing or wrong
   */
  Connection connection() {
    String address = needed(url, "Set KPIG_URL, or give --url: where is the service?");
    if (!URL.matcher(address).matches()) {
      throw new InvalidInput(
          "The address must be that of the API, such as https://kpi.example.com/api/v1.");
    }
    AccountId in = needed(account, "Set KPIG_ACCOUNT, or give --account: in which account?");
    return new Connection(URI.create(address), in, token(), deadline);
  }

  /** For messages. */
  String address() {
    return String.valueOf(url);
  }

  private String token() {
    String raw = tokenFile == null ? System.getenv("KPIG_TOKEN") : read(tokenFile);
    String token =
        needed(raw, "Set KPIG_TOKEN, or give --token-file: the service wants a token.")
            .strip()
            .replaceFirst("^(?i)bearer +", "");
    if (!TOKEN.matcher(token).matches()) {
      throw new InvalidInput("The token must be one word of printable ASCII characters.");
    }
    return token;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new InvalidInput("The token file " + file + " cannot be read.");
    }
  }

  private static <T> T needed(@Nullable T value, String advice) {
    return Optional.ofNullable(value)
        .filter(it -> !it.toString().isBlank())
        .orElseThrow(() -> new InvalidInput(advice));
  }
}
