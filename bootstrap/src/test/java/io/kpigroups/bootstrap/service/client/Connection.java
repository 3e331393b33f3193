package io.kpigroups.bootstrap.service.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection that is kept alive, and that hides nothing of what happens to it. */
public final class Connection implements AutoCloseable {
  /** The connection ended before the first byte of an answer. */
  public static final class NoAnswer extends IOException {
    private static final long serialVersionUID = 1;

    public NoAnswer(IOException cause) {
      super(cause);
    }
  }

  /** A whole answer. */
  public record Reply(int status, boolean isLast, String body) {}

  private final Socket socket;
  private final InputStream in;

  private Connection(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  public static Connection to(URI base) throws IOException {
    Socket socket = new Socket(base.getHost(), base.getPort());
    socket.setSoTimeout((int) Patience.LIMIT.toMillis());
    return new Connection(socket);
  }

  /**
   * Creates a group.
   *
   * @throws NoAnswer if nothing at all came back
   */
  public Reply create(Client client, String name) throws IOException {
    String body = body(name);
    return send(head(client, body, "") + body);
  }

  /**
   * Begins to create a group. When this returns, the service has taken the request on, and waits
   * for its body.
   */
  public void begin(Client client, String name) throws IOException {
    write(head(client, body(name), "Expect: 100-continue\r\n"));
    assertThat(line()).isEqualTo("HTTP/1.1 100 Continue");
    assertThat(line()).isEmpty();
  }

  /** Sends the body of what was begun. */
  public void finish(String name) throws IOException {
    write(body(name));
  }

  private static String body(String name) {
    return "{\"name\":\"" + name + "\"}";
  }

  private static String head(Client client, String body, String more) {
    return "POST %s/kpis/groups HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer %s\r\n"
            .formatted(Client.API, client.token())
        + "gtmhub-accountId: %s\r\nContent-Type: application/json\r\n".formatted(client.account())
        + "%sContent-Length: %d\r\n\r\n".formatted(more, body.length());
  }

  /**
   * Asks without a token.
   *
   * @throws NoAnswer if nothing at all came back
   */
  public Reply get(String path) throws IOException {
    return send("GET %s HTTP/1.1\r\nHost: test\r\n\r\n".formatted(path));
  }

  private Reply send(String request) throws IOException {
    write(request);
    return reply();
  }

  private void write(String text) throws NoAnswer {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new NoAnswer(e);
    }
  }

  /** The next answer. */
  public Reply reply() throws IOException {
    String status;
    try {
      status = line();
    } catch (IOException e) {
      throw new NoAnswer(e);
    }
    boolean last = false;
    int length = 0;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String[] parts = header.toLowerCase(java.util.Locale.ROOT).split(": ", 2);
      last |= parts[0].equals("connection") && parts[1].equals("close");
      length = parts[0].equals("content-length") ? Integer.parseInt(parts[1]) : length;
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("The answer breaks off in its body.");
    }
    return new Reply(
        Integer.parseInt(status.split(" ")[1]), last, new String(body, StandardCharsets.UTF_8));
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("The answer breaks off in its head: " + line);
      }
      line.append((char) c);
    }
    return line.toString().stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
