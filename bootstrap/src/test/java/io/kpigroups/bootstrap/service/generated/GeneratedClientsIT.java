package io.kpigroups.bootstrap.service.generated;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.client.Service;
import io.kpigroups.bootstrap.service.client.User;
import io.kpigroups.bootstrap.service.process.SharedServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Clients that OpenAPI Generator has made of {@code docs/openapi.yaml}. The profile {@code clients}
 * generates them; whatever they need is installed below {@code target/clients}.
 */
@Tag("clients")
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(3600)
class GeneratedClientsIT {
  private static final Path SOURCES = Path.of("src", "clients").toAbsolutePath();
  private static final Path CLIENTS = Path.of("target", "clients").toAbsolutePath();
  private static final String PACKAGES = "package.json";
  private static final Path PYTHON = CLIENTS.resolve("venv/bin/python");

  /** The only one that needs nothing but what builds this project. */
  @Test
  void theJavaClientCompiles() throws Exception {
    String maven = Path.of("..", "mvnw").toRealPath().toString();
    Program.run(
        CLIENTS.resolve("java"),
        Map.of("JAVA_HOME", System.getProperty("java.home")),
        maven,
        "--batch-mode",
        "--quiet",
        "--file",
        "pom.xml",
        "compile");
    System.out.println("The Java client compiles.");
  }

  @Test
  void theTypeScriptClientCompilesWithAllChecks() throws Exception {
    Tool.NPM.require();
    Path node = Files.createDirectories(CLIENTS.resolve("node"));
    Files.copy(SOURCES.resolve(PACKAGES), node.resolve(PACKAGES), REPLACE_EXISTING);
    Program.run(
        node, "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock");
    Program.run(node, "node_modules/.bin/tsc", "--project", "../typescript", "--strict");
    System.out.println("The TypeScript client compiles.");
  }

  @Test
  void theGoClientCompilesAndIsVetted() throws Exception {
    Tool.GO.require();
    Path client = CLIENTS.resolve("go");
    Program.run(client, "go", "build", "./...");
    Program.run(client, "go", "vet", "./...");
    System.out.println("The Go client compiles.");
  }

  @Test
  void thePythonClientCompiles() throws Exception {
    installPython();
    Path client = CLIENTS.resolve("python");
    Program.run(client, PYTHON.toString(), "-m", "compileall", "-q", "kpi_groups_client");
    Program.run(client, PYTHON.toString(), "-W", "error", "-c", "import kpi_groups_client");
    System.out.println("The Python client compiles.");
  }

  @Test
  void thePythonClientWalksSearchesStarsFillsAndRestores() throws Exception {
    installPython();
    User ann = Service.at(SharedServices.embedded().base()).newUser();
    String said =
        Program.run(
            SOURCES,
            Map.of(
                "TOKEN",
                ann.token(),
                "PYTHONPATH",
                CLIENTS.resolve("python").toString(),
                "PYTHONDONTWRITEBYTECODE",
                "1"),
            PYTHON.toString(),
            "walk.py",
            ann.service().base().toString(),
            ann.account());
    assertThat(said).contains("walked", "searched", "starred", "filled", "restored");
    System.out.print("The Python client on the running service:\n" + said);
  }

  /** Makes an environment that has exactly what is pinned. */
  private static void installPython() throws IOException, InterruptedException {
    Tool.PYTHON.require();
    Files.createDirectories(CLIENTS);
    Program.run(CLIENTS, "python3", "-m", "venv", "venv");
    Program.run(
        SOURCES,
        PYTHON.toString(),
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "-r",
        "requirements.txt");
  }
}
