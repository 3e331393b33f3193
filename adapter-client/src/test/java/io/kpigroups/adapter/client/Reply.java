package io.kpigroups.adapter.client;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** How the stub answers: by writing what it likes. Returns whether the connection goes on. */
@FunctionalInterface
interface Reply {
  boolean write(OutputStream out) throws IOException;

  /** A proper answer. */
  static Reply of(int status, String body, String... headers) {
    return out -> {
      out.write(
          (head(status, body.getBytes(StandardCharsets.UTF_8).length, headers) + body)
              .getBytes(StandardCharsets.UTF_8));
      return true;
    };
  }

  /** A proper answer of JSON. */
  static Reply json(int status, String body, String... headers) {
    String[] all = new String[headers.length + 1];
    System.arraycopy(headers, 0, all, 1, headers.length);
    all[0] = "Content-Type: application/json";
    return of(status, body, all);
  }

  /** An answer whose body ends before its time. */
  static Reply truncated(int status, String body) {
    return out -> {
      out.write((head(status, body.length() + 100) + body).getBytes(StandardCharsets.UTF_8));
      return false;
    };
  }

  /** An answer without end, as fast as it is taken. */
  static Reply endless(int status) {
    return out -> {
      out.write(
          ("HTTP/1.1 " + status + " x\r\nTransfer-Encoding: chunked\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      byte[] chunk = ("1000\r\n" + " ".repeat(0x1000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
      while (true) {
        out.write(chunk);
        out.flush();
      }
    };
  }

  /** Bytes that are no HTTP. */
  static Reply noise() {
    return out -> {
      out.write("\u0000\u0001SSH-2.0-what\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      return false;
    };
  }

  /** The connection is closed without a word. */
  static Reply nothing() {
    return out -> false;
  }

  private static String head(int status, int length, String... headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " x\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head.append("Content-Length: ").append(length).append("\r\n\r\n").toString();
  }
}
