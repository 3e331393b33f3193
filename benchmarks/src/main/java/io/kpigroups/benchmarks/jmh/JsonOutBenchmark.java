package io.kpigroups.benchmarks.jmh;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kpigroups.adapter.rest.group.GroupListResource;
import io.kpigroups.adapter.rest.group.GroupResource;
import io.quarkus.jackson.runtime.VertxHybridPoolObjectMapperCustomizer;
import io.quarkus.resteasy.reactive.jackson.runtime.serialisers.BasicServerJacksonMessageBodyWriter;
import jakarta.enterprise.inject.Instance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * JSON of answers, from the records of the REST adapter to bytes: every answer with a body has it.
 *
 * <p>It is Quarkus's own writer, with an object mapper as Quarkus's defaults have it, which our
 * settings do not change. The bytes go into an array that is used again, in place of the server's
 * buffers.
 */
public class JsonOutBenchmark extends Measured {
  private final BasicServerJacksonMessageBodyWriter writer = writer();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ServerRequestContext context =
      Stub.of(ServerRequestContext.class, Map.of("getOrCreateOutputStream", none -> out));

  private final Type groupType = returned(GroupResource.class, "get");
  private final Type listType = returned(GroupListResource.class, "list");
  private final Object group = new Answers().group().getEntity();
  private final Object list = new Answers().list().getEntity();

  private static BasicServerJacksonMessageBodyWriter writer() {
    ObjectMapper mapper =
        JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    new VertxHybridPoolObjectMapperCustomizer().customize(mapper);
    @SuppressWarnings("unchecked")
    Instance<ObjectMapper> bean = Stub.of(Instance.class, Map.of("get", none -> mapper));
    return new BasicServerJacksonMessageBodyWriter(bean);
  }

  /** What Quarkus REST tells the writer of a resource's method. */
  private static Type returned(Class<?> resource, String method) {
    return Arrays.stream(resource.getMethods())
        .filter(one -> one.getName().equals(method))
        .findFirst()
        .orElseThrow()
        .getGenericReturnType();
  }

  /** One group; answers what was written. */
  @Benchmark
  public ByteArrayOutputStream group() throws IOException {
    return write(group, groupType);
  }

  /** A list of 100 groups; answers what was written. */
  @Benchmark
  public ByteArrayOutputStream listOf100() throws IOException {
    return write(list, listType);
  }

  private ByteArrayOutputStream write(Object answer, Type type) throws IOException {
    out.reset();
    writer.writeResponse(answer, type, context);
    return out;
  }
}
