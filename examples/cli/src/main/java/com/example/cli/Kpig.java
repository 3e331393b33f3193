package com.example.cli;

import com.example.cli.format.SafeText;
import io.kpigroups.application.port.in.GroupMembership;
import io.kpigroups.application.port.in.KpiGroups;
import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.value.IdempotencyKey;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** The program with its commands; those that write lists of groups have a class of their own. */
@Command(
    name = "kpig",
    description = "KPI groups on the command line.",
    resourceBundle = "kpig",
    version = "${bundle:program}",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "<command>",
    subcommands = {
      ListCommand.class,
      FindCommand.class,
      CompletionCommand.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "%nKPIG_TOKEN holds the token. A <group> is the id of a group, or its exact name.",
      "Exit codes: 1 nothing found, 2 wrong arguments, 3 no such group or KPI, 4 conflict,",
      "5 token refused, 6 service unavailable, 7 outcome unknown, 8 unsupported, 9 output lost."
    })
final class Kpig {
  private static final String GROUP = "<group>";

  @Mixin private ConnectionOptions options = new ConnectionOptions();

  @Command(description = "Makes a group and prints its id.")
  int create(
      @Parameters(paramLabel = "<name>") Name name,
      @Option(
              names = "--key",
              description = "With the same key and name, it makes one group however often it runs.")
          @Nullable IdempotencyKey key) {
    return with(
        groups -> {
          KpiGroups all = groups.useCases().groups();
          print(all.create(groups.call(), name, Optional.ofNullable(key)).group().id().value());
        });
  }

  @Command(description = "Gives a group another name.")
  int rename(
      @Parameters(paramLabel = GROUP) String group, @Parameters(paramLabel = "<name>") Name name) {
    return with(
        group,
        (groups, id) ->
            groups.useCases().groups().rename(groups.call(), id, name, RevisionMatch.any()));
  }

  @Command(description = "Deletes a group, never its KPIs.")
  int delete(@Parameters(paramLabel = GROUP) String group) {
    return with(
        group,
        (groups, id) -> groups.useCases().groups().delete(groups.call(), id, RevisionMatch.any()));
  }

  @Command(description = "Undoes a delete; 'kpig list --deleted' shows what can be restored.")
  int restore(@Parameters(paramLabel = GROUP) String group) {
    return with(
        groups -> {
          KpiGroupId id = groups.id(group, GroupSelection.DELETED);
          groups.useCases().groups().restore(groups.call(), id);
        });
  }

  @Command(description = "Makes a group a favorite of yours.")
  int star(@Parameters(paramLabel = GROUP) String group) {
    return with(group, (groups, id) -> groups.useCases().favorites().add(groups.call(), id));
  }

  @Command(description = "Makes a group no favorite of yours.")
  int unstar(@Parameters(paramLabel = GROUP) String group) {
    return with(group, (groups, id) -> groups.useCases().favorites().remove(groups.call(), id));
  }

  @Command(description = "Lists the KPIs that can be put into groups.")
  int kpis(@Option(names = "--ungrouped", description = "Only those in no group.") boolean none) {
    return with(
        groups ->
            groups
                .kpis(none)
                .forEach(kpi -> print(kpi.id().value() + "  " + SafeText.of(kpi.name().value()))));
  }

  @Command(description = "Puts KPIs into a group: all of them or, if one is unknown, none.")
  int put(
      @Parameters(paramLabel = GROUP) String group,
      @Parameters(paramLabel = "<kpi>", arity = "1..*") Set<KpiId> kpis) {
    return change(group, new KpiBatch(List.copyOf(kpis), List.of()));
  }

  @Command(name = "take-out", description = "Takes KPIs out of a group: all of them or none.")
  int takeOut(
      @Parameters(paramLabel = GROUP) String group,
      @Parameters(paramLabel = "<kpi>", arity = "1..*") Set<KpiId> kpis) {
    return change(group, new KpiBatch(List.of(), List.copyOf(kpis)));
  }

  /** One KPI goes without a batch, which only a service of this kind has. */
  private int change(String group, KpiBatch batch) {
    return with(
        group,
        (groups, id) -> {
          GroupMembership members = groups.useCases().membership();
          if (batch.kpis().size() > 1) {
            members.change(groups.call(), id, batch);
          } else {
            batch.add().forEach(kpi -> members.add(groups.call(), kpi, id));
            batch.remove().forEach(kpi -> members.remove(groups.call(), kpi, id));
          }
        });
  }

  private int with(String group, BiConsumer<Groups, KpiGroupId> work) {
    return with(groups -> work.accept(groups, groups.id(group, GroupSelection.LIVE)));
  }

  private int with(Consumer<Groups> work) {
    return Session.run(
        connection(),
        groups -> {
          work.accept(groups);
          return Exit.OK.code();
        });
  }

  private static void print(String line) {
    Console.print(line + "\n");
  }

  /**
   * Where the service is, and as whom it is called.
   *
   * @throws InvalidInput if something of that is missing or wrong
   */
  Connection connection() {
    Connection connection = options.connection();
    if (connection.isExposed()) {
      Console.err().println("kpig: Warning: the token goes unencrypted to " + address() + ".");
    }
    return connection;
  }

  /** Where the service is, for messages. */
  String address() {
    return options.address();
  }
}
