package io.kpigroups.benchmarks.profile;

import java.util.List;
import java.util.stream.Stream;

/**
 * The parts that the work of a server is divided into, for a first look. What a library of the JDK
 * or the C library does counts for who called it.
 */
enum Part {
  /** Verifying tokens, with all that is done on its behalf. */
  TOKEN(
      "token",
      true,
      "io/kpigroups/bootstrap/identity/",
      "org/jose4j/",
      "io/smallrye/jwt/",
      "com/nimbusds/jose/",
      "com/nimbusds/jwt/",
      "org/springframework/security/oauth2/jwt/",
      "io/vertx/ext/auth/",
      "com/auth0/jwt/",
      "io/jsonwebtoken/"),
  JSON("JSON", false, "com/fasterxml/jackson/", "tools/jackson/", "io/vertx/core/json/"),
  STORE(
      "store",
      false,
      "io/kpigroups/adapter/sqlite/",
      "io/kpigroups/adapter/mongo/",
      "org/sqlite/",
      "libsqlite",
      "sqlite3",
      "java/sql/",
      "com/mongodb/",
      "org/bson/",
      "io/quarkus/mongodb/",
      "io/agroal/",
      "com/zaxxer/hikari/",
      "org/hibernate/",
      "org/springframework/dao/",
      "org/springframework/data/",
      "org/springframework/jdbc/",
      "org/springframework/transaction/"),
  HTTP(
      "HTTP and framework",
      false,
      "io/netty/",
      "io/vertx/",
      "io/quarkus/",
      "io/smallrye/",
      "org/jboss/",
      "org/apache/catalina/",
      "org/apache/coyote/",
      "org/apache/tomcat/",
      "org/springframework/"),
  OWN("own code", false, "io/kpigroups/", "com/example/", "org/acme/"),
  COMPILER("JIT compiler", true, "CompileBroker::"),
  COLLECTOR(
      "GC",
      false,
      "G1",
      "VM_G1",
      "VM_GenCollect",
      "VM_Parallel",
      "ConcurrentGCThread",
      "GCTaskThread",
      "GangWorker",
      "WorkerThread::",
      "SerialHeap",
      "GenCollectedHeap",
      "DefNewGeneration",
      "PSScavenge"),
  /** The profiler could not follow the stack. */
  UNREADABLE("stack not readable", false),
  REST("rest", false);

  private final String title;
  private final boolean whole;
  private final List<String> prefixes;

  /**
   * A part.
   *
   * @param whole whether it is also what others do when it calls them
   * @param prefixes of the frames that belong to it
   */
  Part(String title, boolean whole, String... prefixes) {
    this.title = title;
    this.whole = whole;
    this.prefixes = List.of(prefixes);
  }

  /** For tables. */
  String title() {
    return title;
  }

  /** The part that a stack belongs to: that of the innermost frame that belongs to any. */
  static Part of(StackSample sample) {
    List<String> frames = sample.frames();
    for (Part part : values()) {
      if (part.whole && frames.stream().anyMatch(part::has)) {
        return part;
      }
    }
    for (int i = frames.size() - 1; i >= 0; i--) {
      String frame = frames.get(i);
      Part part = Stream.of(values()).filter(each -> each.has(frame)).findFirst().orElse(REST);
      if (part != REST) {
        return part;
      }
    }
    return frames.stream().anyMatch(Part::isUnreadable) ? UNREADABLE : REST;
  }

  private boolean has(String frame) {
    return prefixes.stream().anyMatch(frame::startsWith);
  }

  private static boolean isUnreadable(String frame) {
    return frame.startsWith("[unknown")
        || frame.startsWith("[not_walkable")
        || frame.startsWith("[no_Java")
        || frame.startsWith("[break");
  }
}
