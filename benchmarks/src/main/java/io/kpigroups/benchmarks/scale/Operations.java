package io.kpigroups.benchmarks.scale;

import static io.kpigroups.benchmarks.scale.SeededFile.FULL_GROUP;
import static io.kpigroups.benchmarks.scale.SeededFile.kpi;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import io.kpigroups.benchmarks.report.Figures;
import io.kpigroups.domain.access.Actor;
import io.kpigroups.domain.access.Permission;
import io.kpigroups.domain.group.KpiBatch;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.kpigroups.domain.value.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is measured, in the account of one file. */
record Operations(Services services, SeededFile file) {
  /** No measurement lasts so long. */
  private static final Duration AMPLE = Duration.ofHours(10);

  /** A call of one of the users. */
  static Call callOf(String user) {
    return new Call(
        Actor.of(new AccountId(SeededFile.ACCOUNT), new UserId(user), Set.of(Permission.MANAGE)),
        Deadline.in(AMPLE));
  }

  List<ScaleOperation<?>> all() {
    return Stream.of(
            Stream.of(get()),
            new GroupLists(services.groups(), file).all(),
            new MemberLists(services.memberships(), file).all(),
            Stream.of(create(), rename()),
            Stream.of(favorite(SeededFile.FEW, file.amounts().fewFavorites())),
            Stream.of(favorite(SeededFile.MANY, file.amounts().favorites())),
            Stream.of(favoriteAgain()),
            Stream.of(addKpi("add a KPI to an empty group", this::plain)),
            Stream.of(addKpi("add a KPI to a group of " + members(), times -> FULL_GROUP)),
            Stream.of(batch()))
        .<ScaleOperation<?>>flatMap(some -> some)
        .toList();
  }

  private String members() {
    return Figures.whole(file.amounts().members());
  }

  /** An empty group, whose name is not looked for. */
  private KpiGroupId plain(int number) {
    return file.beside(file.amounts().found(), number);
  }

  private ScaleOperation<?> get() {
    Call call = callOf(SeededFile.NONE);
    return ScaleOperation.reading("get", times -> services.groups().get(call, file.any(times)));
  }

  private ScaleOperation<?> create() {
    Call call = callOf(SeededFile.NONE);
    return ScaleOperation.changing(
        "create",
        times -> services.groups().create(call, new Name("New " + times)).group().id(),
        made -> services.groups().delete(call, made, RevisionMatch.unconditional()));
  }

  private ScaleOperation<?> rename() {
    Call call = callOf(SeededFile.NONE);
    List<Name> names =
        IntStream.range(0, file.amounts().found())
            .mapToObj(number -> services.groups().get(call, plain(number)).group().name())
            .toList();
    return ScaleOperation.changing(
        "rename",
        times -> {
          rename(call, times, new Name("Renamed"));
          return times;
        },
        done -> rename(call, done, names.get(done % names.size())));
  }

  private void rename(Call call, int number, Name name) {
    services.groups().rename(call, plain(number), name, RevisionMatch.unconditional());
  }

  private ScaleOperation<?> favorite(String user, int favorites) {
    Call call = callOf(user);
    return ScaleOperation.changing(
        "favorite, new beside " + Figures.whole(favorites),
        times -> {
          KpiGroupId id = file.beside(favorites, times);
          services.favorites().add(call, id);
          return id;
        },
        done -> services.favorites().remove(call, done));
  }

  private ScaleOperation<?> favoriteAgain() {
    Call call = callOf(SeededFile.FEW);
    return ScaleOperation.reading(
        "favorite, again",
        times -> {
          services.favorites().add(call, FULL_GROUP);
          return call;
        });
  }

  private ScaleOperation<?> addKpi(String name, IntFunction<KpiGroupId> groups) {
    Call call = callOf(SeededFile.NONE);
    KpiId added = kpi(file.amounts().members());
    return ScaleOperation.changing(
        name,
        times -> {
          KpiGroupId group = groups.apply(times);
          services.memberships().add(call, added, group);
          return group;
        },
        done -> services.memberships().remove(call, added, done));
  }

  private ScaleOperation<?> batch() {
    Call call = callOf(SeededFile.NONE);
    int first = file.amounts().members();
    int size = file.amounts().batch();
    List<KpiId> added = IntStream.range(first, first + size).mapToObj(SeededFile::kpi).toList();
    return ScaleOperation.changing(
        "batch, add " + size + " KPIs",
        times -> {
          KpiGroupId group = plain(times);
          services.memberships().change(call, group, new KpiBatch(added, List.of()));
          return group;
        },
        done -> services.memberships().change(call, done, new KpiBatch(List.of(), added)));
  }
}
