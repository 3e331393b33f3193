package io.kpigroups.benchmarks.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.benchmarks.profile.ProfileSummary.Share;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileSummaryTest {
  private static final String LOOP = "java/lang/Thread.run_[j];io/netty/channel/Loop.run_[j];";

  private static ProfileSummary summary(String... lines) throws IOException {
    return new ProfileSummary(CollapsedStacks.parse(Stream.of(lines)));
  }

  @Test
  void sharesAreOfTheWholeWeight() throws IOException {
    ProfileSummary summary =
        summary(
            LOOP + "io/kpigroups/bootstrap/identity/JwtAuthenticator.verify_[j];modPow 60",
            LOOP + "io/kpigroups/adapter/sqlite/store/Reader.read_[i];org/sqlite/DB.step_[0] 25",
            LOOP + "write 10",
            "start_thread;CompileBroker::compiler_thread_loop;PhaseIdealLoop::build 5");

    assertThat(summary.total()).isEqualTo(100);
    assertThat(summary.parts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(Part.TOKEN, 0.6, Part.STORE, 0.25, Part.HTTP, 0.1, Part.COMPILER, 0.05));
  }

  @Test
  void topFramesAreSummedOverStacksHoweverTheyWereCompiled() throws IOException {
    ProfileSummary summary = summary("a;m/N.o_[j] 1", "b;m/N.o_[0] 2", "b;c 2", "d 5");

    assertThat(summary.top(2, 0)).containsExactly(new Share("d", 0.5), new Share("m/N.o", 0.3));
    assertThat(summary.top(2, 1)).containsExactly(new Share("d", 0.5), new Share("b", 0.4));
  }

  @ParameterizedTest
  @CsvSource({
    // What a token needs, in whatever library, is the token's.
    "TOKEN, org/jose4j/jwt/Claims.parse;com/fasterxml/jackson/core/JsonParser.next",
    // Otherwise the innermost frame that belongs anywhere decides.
    "JSON, org/jboss/Handler.run;com/fasterxml/jackson/Generator.write;java/lang/String.getBytes",
    "HTTP, com/fasterxml/jackson/Generator.flush;io/netty/channel/Channel.write;writev",
    "OWN, io/vertx/Router.handle;io/kpigroups/domain/value/Name.of;java/text/Normalizer.normalize",
    "STORE, org/springframework/web/Servlet.service;org/springframework/jdbc/Template.query",
    "STORE, runner;libsqlitejdbc.so",
    "HTTP, org/springframework/web/Servlet.service",
    // A barrier of the collector that is compiled is the compiler's.
    "COMPILER, CompileBroker::compiler_thread_loop;G1BarrierSetC2::load_at",
    "COLLECTOR, start_thread;WorkerThread::run;G1ParScanThreadState::trim",
    "UNREADABLE, [unknown_Java];intpoly_montgomeryMult",
    "REST, java/lang/Thread.run;java/util/TimerThread.mainLoop",
  })
  void eachStackBelongsToOnePart(Part part, String frames) throws IOException {
    assertThat(summary(frames + " 1").parts()).containsOnlyKeys(part);
  }
}
