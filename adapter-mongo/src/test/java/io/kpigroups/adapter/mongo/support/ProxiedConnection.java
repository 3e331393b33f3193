package io.kpigroups.adapter.mongo.support;

import io.kpigroups.adapter.mongo.support.Fault.Ending;
import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** One connection of a {@link FaultyProxy}: hands messages on, as far as no fault befalls them. */
public final class ProxiedConnection {
  private record Reply(Ending ending, WireMessage other) {}

  private final Socket client;
  private final Socket server;
  private final Function<String, Optional<Fault>> faults;

  /** What becomes of the answers to these messages. */
  private final Map<Integer, Reply> replies = new ConcurrentHashMap<>();

  ProxiedConnection(Socket client, Socket server, Function<String, Optional<Fault>> faults) {
    this.client = client;
    this.server = server;
    this.faults = faults;
  }

  /** Takes a message from the client. */
  public void request(WireMessage message) throws IOException {
    Optional<Fault> fault = faults.apply(message.command());
    if (fault.isEmpty()) {
      server.getOutputStream().write(message.bytes());
    } else {
      befall(message, fault.get());
    }
  }

  private void befall(WireMessage message, Fault fault) throws IOException {
    Reply last = new Reply(fault.ending(), message.answer(fault.answer()));
    if (fault.times() == 0) {
      reply(last, last.other());
      return;
    }
    replies.put(message.id(), last);
    for (int i = 1; i < fault.times(); i++) {
      WireMessage first = message.again();
      replies.put(first.id(), new Reply(Ending.NOTHING, last.other()));
      server.getOutputStream().write(first.bytes());
    }
    server.getOutputStream().write(message.bytes());
  }

  /** Takes a message from the server. */
  public void answer(WireMessage message) throws IOException {
    Reply reply = replies.remove(message.responseTo());
    reply(reply == null ? new Reply(Ending.ITS_ANSWER, message) : reply, message);
  }

  private void reply(Reply reply, WireMessage its) throws IOException {
    switch (reply.ending()) {
      case ITS_ANSWER -> client.getOutputStream().write(its.bytes());
      case OTHER_ANSWER -> client.getOutputStream().write(reply.other().bytes());
      case BREAK -> client.close();
      case NOTHING -> {}
    }
  }
}
