package io.kpigroups.adapter.mongo.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.kpigroups.application.port.Call;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** The commands that the client sends, for tests that count them. */
@Singleton
public class RecordedCommands implements CommandListener {
  private static final ThreadLocal<List<CommandStartedEvent>> COMMANDS =
      ThreadLocal.withInitial(ArrayList::new);

  /** What the work sends from this thread. */
  public List<CommandStartedEvent> during(Runnable work) {
    COMMANDS.remove();
    work.run();
    List<CommandStartedEvent> commands = COMMANDS.get();
    COMMANDS.remove();
    return commands;
  }

  /** The names of what the work sends: so many at the most, all of them within the account. */
  public List<String> namesOfAtMost(int most, Call call, Runnable work) {
    List<CommandStartedEvent> commands = during(work);
    assertThat(commands)
        .hasSizeLessThanOrEqualTo(most)
        .allSatisfy(
            command ->
                assertThat(accountsIn(command.getCommand())).contains(call.account().value()));
    return commands.stream().map(CommandStartedEvent::getCommandName).toList();
  }

  /** The accounts to which the statements of a command are bound, by filter or by document. */
  private static List<String> accountsIn(BsonDocument command) {
    return List.of("filter", "query", "pipeline", "deletes", "updates", "documents").stream()
        .filter(command::containsKey)
        .map(command::get)
        .flatMap(part -> part.isArray() ? part.asArray().stream() : List.of(part).stream())
        .map(BsonValue::asDocument)
        .map(part -> part.getDocument("q", part.getDocument("$match", part)))
        .flatMap(RecordedCommands::alternatives)
        .filter(part -> part.containsKey("accountId"))
        .map(part -> account(part.get("accountId")))
        .toList();
  }

  /** Each range of a list stands with its account. */
  private static Stream<BsonDocument> alternatives(BsonDocument part) {
    return part.containsKey("accountId")
        ? Stream.of(part)
        : part.getArray("$or", new BsonArray()).stream().map(BsonValue::asDocument);
  }

  /** This account, or all but this. */
  private static String account(BsonValue value) {
    BsonValue account = value.isDocument() ? value.asDocument().get("$ne") : value;
    return account.asString().getValue();
  }

  @Override
  public void commandStarted(CommandStartedEvent event) {
    // The driver reuses the buffer behind the command.
    COMMANDS
        .get()
        .add(
            new CommandStartedEvent(
                event.getRequestContext(),
                event.getOperationId(),
                event.getRequestId(),
                event.getConnectionDescription(),
                event.getDatabaseName(),
                event.getCommandName(),
                event.getCommand().clone()));
  }
}
