package io.kpigroups.adapter.client.http;

import static io.kpigroups.adapter.client.fixture.Samples.ANN;
import static io.kpigroups.adapter.client.fixture.Samples.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.client.fixture.ReceivedRequest;
import io.kpigroups.adapter.client.fixture.Reply;
import io.kpigroups.adapter.client.fixture.Samples;
import io.kpigroups.adapter.client.fixture.StubUpstream;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Calls through the proxy of the settings of Quarkus. */
@QuarkusTest
@WithTestResource(ProxyTest.Proxy.class)
class ProxyTest {
  private final KpiGroupStorage storage;

  ProxyTest(@Identifier("upstream") KpiGroupStorage storage) {
    this.storage = storage;
  }

  /** The stub as a proxy, in front of a host that is not there. */
  public static class Proxy implements QuarkusTestResourceLifecycleManager {
    private final StubUpstream stub = new StubUpstream();

    @Override
    public Map<String, String> start() {
      URI address = URI.create(stub.start().get("kpigroups.upstream.url"));
      return Map.of(
          "kpigroups.upstream.url",
          "http://upstream.invalid/api/v1",
          "quarkus.proxy.host",
          address.getHost(),
          "quarkus.proxy.port",
          String.valueOf(address.getPort()));
    }

    @Override
    public void stop() {
      stub.stop();
    }
  }

  @Test
  void callsGoThroughTheProxy() {
    StubUpstream.responds(Reply.json(200, Samples.group()));
    assertThat(storage.groups().find(ANN, GROUP)).isPresent();
    assertThat(StubUpstream.received())
        .extracting(ReceivedRequest::line)
        .containsExactly("GET http://upstream.invalid" + Samples.PATH);
  }
}
