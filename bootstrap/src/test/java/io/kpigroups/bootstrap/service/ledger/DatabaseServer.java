package io.kpigroups.bootstrap.service.ledger;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStore;

/** What runs in the process of a {@link DatabaseProcess}. */
public final class DatabaseServer {
  /** What it says when it can be connected to. */
  public static final String READY = "ready";

  private DatabaseServer() {}

  /** The arguments are its port and, if it is to keep its data, a file. */
  public static void main(String[] arguments) {
    MongoBackend backend = arguments.length > 1 ? new Durable(arguments[1]) : new MemoryBackend();
    new MongoServer(backend).bind("127.0.0.1", Integer.parseInt(arguments[0]));
    System.out.println(READY);
  }

  /**
   * Writes to its file before it answers, as a MongoDB with a journal does. The library alone
   * writes a second later, so that a kill would lose what it has acknowledged.
   */
  private static final class Durable extends H2Backend {
    Durable(String file) {
      super(new MVStore.Builder().fileName(file).autoCommitDisabled().open());
    }

    @Override
    public Document handleCommand(
        Channel channel, String database, String command, Document query) {
      Document answer = super.handleCommand(channel, database, command, query);
      commit();
      return answer;
    }

    @Override
    public Document handleMessage(MongoMessage message) {
      Document answer = super.handleMessage(message);
      commit();
      return answer;
    }
  }
}
