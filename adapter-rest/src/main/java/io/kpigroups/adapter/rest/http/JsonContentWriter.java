package io.kpigroups.adapter.rest.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Sends JSON as a whole, with its length. Quarkus's own writer sends a page in pieces of 8 KiB, and
 * each is a turn of the event loop. That is left for large pages and for clients that read slowly:
 * there the thread waits until they have read, so that what they have not is never more in memory
 * than what there are threads for.
 */
@Provider
public class JsonContentWriter implements ServerMessageBodyWriter<JsonContent> {
  /** As much as the server has on its way to a client before it calls that slow. */
  private static final int MOST_AT_ONCE = 64 * 1024;

  private static final JsonFactory JSON = new JsonFactory();

  /** The JSON, in UTF-8. */
  public static byte[] bytes(JsonContent content) throws IOException {
    ByteArrayBuilder bytes = new ByteArrayBuilder();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      content.write(json);
    }
    return bytes.toByteArray();
  }

  @Override
  public void writeResponse(JsonContent content, Type type, ServerRequestContext context)
      throws IOException {
    byte[] bytes = bytes(content);
    ServerHttpResponse response = context.serverResponse();
    if (bytes.length <= MOST_AT_ONCE && !response.isWriteQueueFull()) {
      response.end(bytes);
    } else {
      try (OutputStream pieces = context.getOrCreateOutputStream()) {
        pieces.write(bytes);
      }
    }
  }

  @Override
  public void writeTo(
      JsonContent content,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    out.write(bytes(content));
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, ResteasyReactiveResourceInfo method, MediaType mediaType) {
    return JsonContent.class.isAssignableFrom(type);
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return JsonContent.class.isAssignableFrom(type);
  }
}
