package com.example.cli;

import com.example.cli.format.GroupFormat;
import com.example.cli.format.OutputFormat;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.SearchText;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.query.Order;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists groups while they come. */
@Command(name = "list", description = "Lists groups.")
class ListCommand implements Callable<Integer> {
  @ParentCommand private Kpig program = new Kpig();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--filter",
      paramLabel = "<expression>",
      description = "Only those that match, such as '{name: {$regex: \"^Market\"}}'.")
  private @Nullable GroupFilter filter;

  @Option(
      names = "--search",
      paramLabel = "<text>",
      description = "Only those with this in the name, whatever its case and accents.")
  private @Nullable SearchText search;

  @Option(names = "--favorites", description = "Only favorites of yours.")
  private boolean favorites;

  @Option(names = "--deleted", description = "Those that were deleted and can be restored.")
  private boolean deleted;

  @Option(
      names = "--sort",
      split = ",",
      defaultValue = "name",
      completionCandidates = SortKeys.class,
      description = "Any of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless set.")
  private List<Order<GroupField>> sort = List.of();

  @Option(names = "--limit", paramLabel = "<n>", description = "At most so many; else all.")
  private long limit = Long.MAX_VALUE;

  @Option(
      names = {"-o", "--output"},
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless set.")
  private OutputFormat output = OutputFormat.table;

  /** The sort keys, for completion. */
  static final class SortKeys implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(GroupField.values())
          .flatMap(field -> List.of(field.term(), "-" + field.term()).stream())
          .iterator();
    }
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new InvalidInput("--limit must be 1 or more.");
    }
    GroupSelection selection = selection();
    return Session.run(
        program.connection(), groups -> write(groups, selection) ? Exit.OK.code() : noneFound());
  }

  private GroupSelection selection() {
    GroupSelection all = deleted ? GroupSelection.DELETED : GroupSelection.LIVE;
    GroupSelection some = filter == null ? all : all.with(filter);
    GroupSelection fewer = favorites ? some.with(new GroupFilter.Favorite(true)) : some;
    return searched().map(text -> fewer.with(new GroupFilter.NameContains(text))).orElse(fewer);
  }

  /** What names must contain. */
  Optional<SearchText> searched() {
    return Optional.ofNullable(search);
  }

  /** The exit code if there is no such group. */
  int noneFound() {
    return Exit.OK.code();
  }

  /** Writes the groups, each as soon as it is there, and returns whether there were any. */
  private boolean write(Groups groups, GroupSelection selection) {
    GroupFormat format = output.format(groups::membersOf);
    Iterator<ViewedGroup> rows = groups.all(selection, sort, limit).iterator();
    boolean found = rows.hasNext();
    Console.print(found ? format.head() : format.none());
    while (rows.hasNext()) {
      Console.print(format.row(rows.next()));
      Console.print(rows.hasNext() ? format.between() : format.foot());
    }
    if (!found) {
      spec.commandLine().getErr().println("No groups.");
    }
    return found;
  }
}
