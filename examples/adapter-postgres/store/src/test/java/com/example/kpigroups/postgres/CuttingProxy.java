package com.example.kpigroups.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands between a store and its server, and cuts or holds what goes through it. */
final class CuttingProxy implements AutoCloseable {
  /** A name that is written in the transaction whose commit is to be lost. */
  static final String MARKED = "cut me";

  /** The driver names the statement when it is first made, and later says its name only. */
  private static final Pattern PREPARED_COMMIT = Pattern.compile("(S_\\d+)\0COMMIT\0");

  /** Where the commit is lost. */
  enum Cut {
    BEFORE_IT_ARRIVES,
    BEFORE_ITS_ANSWER
  }

  private final int target;
  private final Cut cut;
  private final boolean onlyOnce;
  private final AtomicInteger cuts = new AtomicInteger();
  private final ServerSocket listener;
  private final ExecutorService pumps = Executors.newCachedThreadPool();
  private volatile boolean isDown;
  private volatile CountDownLatch thaw = new CountDownLatch(0);

  /**
   * A proxy for the server on this port of 127.0.0.1.
   *
   * @param onlyOnce whether all is well again after a cut; else nobody is let through any more
   */
  CuttingProxy(int target, Cut cut, boolean onlyOnce) {
    this.target = target;
    this.cut = cut;
    this.onlyOnce = onlyOnce;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    pumps.execute(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  int cuts() {
    return cuts.get();
  }

  /** Lets nothing through until the result is counted down. */
  CountDownLatch freeze() {
    thaw = new CountDownLatch(1);
    return thaw;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        new Line(client, new Socket(InetAddress.getByName("127.0.0.1"), target)).open();
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  /** One client and its connection to the server. */
  private final class Line {
    private final Socket client;
    private final Socket server;
    private boolean isMarked;
    private String commit = "COMMIT";
    private volatile boolean isAnswerLost;

    Line(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void open() {
      pumps.execute(() -> pump(client, server, true));
      pumps.execute(() -> pump(server, client, false));
    }

    private void pump(Socket from, Socket to, boolean isRequest) {
      try (from;
          to) {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] bytes = new byte[65_536];
        for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
          thaw.await();
          String text = new String(bytes, 0, read, StandardCharsets.ISO_8859_1);
          if (isDown || (isRequest ? isLost(text) : isAnswerLost)) {
            return;
          }
          out.write(bytes, 0, read);
        }
      } catch (IOException | InterruptedException e) {
        // Cut by somebody else.
      }
    }

    /** Whether the request is not to arrive. */
    private boolean isLost(String request) throws IOException {
      boolean isCommit = request.contains(commit);
      Matcher prepared = PREPARED_COMMIT.matcher(request);
      if (prepared.find()) {
        commit = "\0" + prepared.group(1) + "\0";
      }
      isMarked |= request.contains(MARKED);
      if (!isMarked || !isCommit || !isDue()) {
        return false;
      }
      isAnswerLost = true;
      return cut == Cut.BEFORE_IT_ARRIVES;
    }
  }

  private boolean isDue() throws IOException {
    boolean isFirst = cuts.getAndIncrement() == 0;
    if (!onlyOnce) {
      isDown = true;
      listener.close();
    }
    return isFirst;
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thaw.countDown();
    pumps.shutdownNow();
  }
}
