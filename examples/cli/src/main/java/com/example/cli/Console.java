package com.example.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Standard output and error, always in UTF-8. */
final class Console {
  private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

  private Console() {}

  /**
   * Writes to the standard output, at once.
   *
   * @throws UncheckedIOException if that fails, also because nobody reads it any more: in contrast
   *     to print streams and writers, which keep it to themselves
   */
  static void print(String text) {
    try {
      OUT.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For help. */
  static PrintWriter out() {
    return new PrintWriter(OUT, true, StandardCharsets.UTF_8);
  }

  /** For what people should know. */
  static PrintWriter err() {
    return new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
  }
}
