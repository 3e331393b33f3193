package io.kpigroups.bootstrap.service.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Service;
import io.kpigroups.bootstrap.service.client.Tokens;
import io.kpigroups.bootstrap.service.process.Packaged;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the packaged program says as it starts, what it refuses to start with, and its other
 * command.
 */
@Timeout(1200)
class StartIT {
  private static final String PATH = "kpigroups.embedded.path";
  private static final String ACCOUNT = "5be26318e5274a0007f17f61";
  private static final Pattern CURL =
      Pattern.compile(
          "^curl -s -H \"Authorization: (.+)\" -H \"gtmhub-accountId: (.+)\" (http://\\S+)$",
          Pattern.MULTILINE);

  @TempDir static Path demoFolder;
  private static ServiceProcess demo;

  @TempDir Path folder;

  /** What the command said and how it ended. */
  private record Outcome(int code, String result, String complaint) {}

  @BeforeAll
  static void startTheDemo() throws IOException {
    demo = ServiceProcess.start(Map.of(PATH, demoFolder.toString()));
  }

  @AfterAll
  static void stopTheDemo() {
    demo.close();
  }

  @Test
  void theDemoCanBeCalledAsItSays() {
    MatchResult curl = demo.awaitSaying(CURL);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(curl.group(3)))
            .header("Authorization", curl.group(1))
            .header("gtmhub-accountId", curl.group(2))
            .build();
    assertThat(Answer.to(request).join().has(200).json("totalCount")).isEqualTo("0");
  }

  @Test
  void aTokenOfTheOtherCommandIsTakenByTheDemoThatRunsOnTheSameFolder() throws Exception {
    Outcome outcome =
        run("token", "--user", "ann", "--account", ACCOUNT, "--permissions", "kpis:read");
    assertThat(outcome.code()).as(outcome.complaint()).isZero();
    Client ann = Client.withToken(outcome.result().strip(), ACCOUNT);
    Answer kpis = Service.at(demo.base()).user(ann).get("/kpis").has(200);
    assertThat(kpis.json("totalCount")).isEqualTo("3");
  }

  @Test
  void aWordThatIsNoCommandIsComplainedAbout() throws Exception {
    Outcome outcome = run("serve");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.result()).isEmpty();
    assertThat(outcome.complaint()).contains("'serve'", "Usage: kpi-groups", "token");
  }

  @Test
  void theProgramSaysWhatItIsAndWhatItCanDo() throws Exception {
    Outcome version = run("--version");
    assertThat(version.code()).as(version.complaint()).isZero();
    assertThat(version.result().strip()).matches("kpi-groups \\d+\\.\\d+\\.\\d+\\S*");
    Outcome help = run("--help");
    assertThat(help.code()).as(help.complaint()).isZero();
    assertThat(help.result()).contains("Usage: kpi-groups", "token");
    assertThat(run("token", "--help").result()).contains("--user", "--account", "--permissions");
  }

  /** On Linux every address of 127.0.0.0/8 is this machine's. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void theDemoListensOnTheLoopbackAddressOnlyAndAServiceWithAKeyOnAll() throws Exception {
    for (URI address : List.of(demo.base(), demo.health())) {
      assertThatCode(() -> connect("127.0.0.1", address)).doesNotThrowAnyException();
      assertThatThrownBy(() -> connect("127.0.0.2", address)).isInstanceOf(ConnectException.class);
    }
    try (ServiceProcess service = ServiceProcess.start(embedded(Tokens.settings()))) {
      assertThatCode(() -> connect("127.0.0.2", service.base())).doesNotThrowAnyException();
    }
  }

  @Test
  void aSecondServiceOnTheSameFolderDoesNotStartAndNamesIt() throws Exception {
    assertThat(ServiceProcess.refusal(Map.of(PATH, demoFolder.toString())))
        .contains(demoFolder.toRealPath().toString(), "in use already");
    demo.awaitReady();
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
    new Socket(host, service.getPort()).close();
  }

  private static Outcome run(String... arguments) throws IOException, InterruptedException {
    List<String> options = List.of("-D" + PATH + "=" + demoFolder);
    Process process =
        new ProcessBuilder(Packaged.command(options, Arrays.asList(arguments))).start();
    String result = read(process.getInputStream().readAllBytes());
    String complaint = read(process.getErrorStream().readAllBytes());
    return new Outcome(process.waitFor(), result, complaint);
  }

  private static String read(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private Map<String, String> embedded(Map<String, String> more) {
    var settings = new HashMap<>(more);
    settings.put(PATH, folder.toString());
    return settings;
  }
}
