package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged service says as it starts, and what it refuses to start with. */
@Timeout(120)
class StartIT {
  private static final Pattern CURL =
      Pattern.compile(
          "^curl -s -H \"Authorization: (.+)\" -H \"gtmhub-accountId: (.+)\" (http://\\S+)$",
          Pattern.MULTILINE);

  @TempDir Path folder;

  @Test
  void theDemoCanBeCalledAsItSays() throws Exception {
    try (ServiceProcess demo = ServiceProcess.start(embedded(Map.of()))) {
      MatchResult curl = demo.awaitSaying(CURL);
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(curl.group(3)))
              .header("Authorization", curl.group(1))
              .header("gtmhub-accountId", curl.group(2))
              .build();
      assertThat(Answer.to(request).join().has(200).json("totalCount")).isEqualTo("0");
      System.out.printf("Demo: first answer %d ms after the start%n", demo.age().toMillis());
    }
  }

  /** On Linux every address of 127.0.0.0/8 is this machine's. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void theDemoListensOnTheLoopbackAddressOnlyAndAServiceWithAKeyOnAll() throws Exception {
    try (ServiceProcess demo = ServiceProcess.start(embedded(Map.of()))) {
      for (URI address : List.of(demo.base(), demo.health())) {
        assertThatCode(() -> connect("127.0.0.1", address)).doesNotThrowAnyException();
        assertThatThrownBy(() -> connect("127.0.0.2", address))
            .isInstanceOf(ConnectException.class);
      }
    }
    try (ServiceProcess service = ServiceProcess.start(embedded(Tokens.settings()))) {
      assertThatCode(() -> connect("127.0.0.2", service.base())).doesNotThrowAnyException();
    }
  }

  @Test
  void aSecondServiceOnTheSameFolderDoesNotStartAndNamesIt() throws Exception {
    try (ServiceProcess first = ServiceProcess.start(embedded(Tokens.settings()))) {
      assertThat(ServiceProcess.refusal(embedded(Tokens.settings())))
          .contains(folder.toRealPath().toString(), "in use already");
      Answer.get(URI.create(first.health() + "/ready")).has(200);
    }
  }

  @Test
  void mongoWithoutAKeyDoesNotStartAndSaysWhichSettingToMake() throws Exception {
    assertThat(ServiceProcess.refusal(Map.of("kpigroups.store", "mongo")))
        .contains("mp.jwt.verify.publickey.location");
  }

  @Test
  void aSwitchThatIsNeitherOnNorOffIsRefused() throws Exception {
    var settings = embedded(Map.of("kpigroups.require-if-match", "ture"));
    assertThat(ServiceProcess.refusal(settings)).contains("require-if-match");
  }

  /** Who is killed cannot tidy up behind itself. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aKilledServiceLeavesNoLibraryInTheTemporaryFolder() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    var settings = embedded(Tokens.settings());
    settings.put("java.io.tmpdir", temporary.toString());
    ServiceProcess.start(settings).kill();
    try (Stream<Path> left = Files.walk(temporary)) {
      assertThat(left.map(Path::getFileName)).noneMatch(name -> name.toString().contains("sqlite"));
    }
  }

  private static void connect(String host, URI service) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, service.getPort()), 5_000);
    }
  }

  private Map<String, String> embedded(Map<String, String> more) {
    var settings = new HashMap<>(more);
    settings.put("kpigroups.embedded.path", folder.toString());
    return settings;
  }
}
