package io.kpigroups.adapter.mongo;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** The commands that the client sends, for tests that count them. */
@Singleton
class RecordedCommands implements CommandListener {
  private static final ThreadLocal<List<CommandStartedEvent>> COMMANDS =
      ThreadLocal.withInitial(ArrayList::new);

  /** What the work sends from this thread. */
  List<CommandStartedEvent> during(Runnable work) {
    COMMANDS.remove();
    work.run();
    List<CommandStartedEvent> commands = COMMANDS.get();
    COMMANDS.remove();
    return commands;
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
