package io.kpigroups.bootstrap.service.faults;

import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Connection;
import io.kpigroups.bootstrap.service.process.ServiceProcess;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;

/** A client that creates groups over connections that it keeps, as long as there is a service. */
public final class Creator {
  private final Client client = Client.inNewAccount();
  private final boolean looksBeforeItConnects;
  private final Set<Object> acknowledged = new HashSet<>();
  private final Set<Object> tooLate = new HashSet<>();
  private final List<String> wrong = new ArrayList<>();
  private volatile int count;
  private volatile boolean endIsNear;

  public Creator(boolean looksBeforeItConnects) {
    this.looksBeforeItConnects = looksBeforeItConnects;
  }

  public Client client() {
    return client;
  }

  /** The names of the groups that were made, as the service says. */
  public Set<Object> acknowledged() {
    return acknowledged;
  }

  /** The names of those that were refused or not answered, since the service was about to end. */
  public Set<Object> tooLate() {
    return tooLate;
  }

  /** Whatever else came. */
  public List<String> wrong() {
    return wrong;
  }

  public boolean isWellUnderWay() {
    return count > 20;
  }

  /** From now on a service that is not ready is one that ends, and not one that is busy. */
  public void stopAtTheEnd() {
    endIsNear = true;
  }

  public void createAt(ServiceProcess service) {
    URI base = service.base();
    URI ready = URI.create(service.health() + "/ready");
    try {
      while (!looksBeforeItConnects || isReady(ready) || !endIsNear) {
        createOverOneConnection(base);
      }
    } catch (ConnectException refused) {
      // The end that is expected.
    } catch (IOException e) {
      wrong.add("after " + count + ": " + e);
    }
  }

  private static boolean isReady(URI health) {
    try {
      return Answer.get(health).isSuccess();
    } catch (CompletionException gone) {
      return false;
    }
  }

  private void createOverOneConnection(URI base) throws IOException {
    try (Connection connection = Connection.to(base)) {
      boolean last = false;
      while (!last) {
        String name = "G" + count++;
        try {
          Connection.Reply reply = connection.create(client, name);
          if (reply.status() == 201) {
            acknowledged.add(name);
          } else if (reply.status() == 503 && reply.isLast()) {
            tooLate.add(name);
          } else {
            wrong.add(name + ": " + reply);
          }
          last = reply.isLast();
        } catch (Connection.NoAnswer e) {
          tooLate.add(name);
          last = true;
        }
      }
    }
  }
}
