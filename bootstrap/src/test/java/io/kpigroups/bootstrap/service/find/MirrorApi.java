package io.kpigroups.bootstrap.service.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.bootstrap.service.api.ServiceSuite;
import io.kpigroups.bootstrap.service.client.Answer;
import io.kpigroups.bootstrap.service.client.Expect;
import io.kpigroups.bootstrap.service.client.Parameter;
import io.kpigroups.bootstrap.service.client.Service;
import io.kpigroups.bootstrap.service.client.User;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A list through a facade is the list of the service behind it, byte for byte, on every page. */
public interface MirrorApi extends ServiceSuite {

  @Test
  default void everyListInEveryOrderIsTheOneOfTheServiceBehind() {
    Lists lists = Lists.of(newUser());
    lists.sorted().forEach(list -> same(lists.user(), Cursors.and(list, "limit=3")));
    lists.all().keySet().forEach(list -> same(lists.user(), list + "skip=2&take=2&count=none"));
  }

  @Test
  default void whatIsFoundIsWhatTheServiceBehindFinds() {
    Lists lists = Lists.of(newUser());
    User ann = lists.user();
    Expect.done(ann.put("/kpis/groups/" + lists.group() + "/favorite"));
    String date = ann.get("/kpis/groups/" + lists.group()).path("dateCreated");
    Stream.of(
            "{}",
            "{favorite:true}",
            "{kpiId:\"k0\"}",
            "{kpiId:{$in:[\"k0\",\"k2\",\"none\"]}}",
            "{$and:[{kpiId:\"k0\"},{kpiId:\"k2\"}]}",
            "{$or:[{kpiId:\"k2\"},{favorite:true},{name:{$regex:\"^\\\\(.*e$\"}}]}",
            "{name:{$in:[\"a\",\"\\\"\",\"é\"]}}",
            "{name:{$in:[]}}",
            "{name:{$nin:[\"a\"],$lt:\"c\"}}",
            "{createdById:\"ann\",modifiedById:{$ne:\"bob\"}}",
            "{dateCreated:{$gte:\"" + date + "\"}}",
            "{dateCreated:{$lt:\"" + date.replace("Z", "5Z") + "\"}}",
            "{id:{$gt:\"" + lists.group() + "\"}}")
        .forEach(
            filter -> {
              for (String more :
                  List.of("", "&q=E", "&favorite=false&sort=-name", "&kpiId=k0&deleted=true")) {
                String found = Parameter.with("filter", filter) + more;
                same(ann, "/kpis/groups?limit=2" + found);
              }
            });
  }

  @Test
  default void whatIsRefusedIsRefusedInTheSameWords() {
    User ann = newUser();
    ann.newGroup("a");
    ann.newGroup("b");
    String cursor = Cursors.behind(ann, "/kpis/groups?sort=name&limit=1");
    for (String list :
        List.of(
            "/kpis/groups?cursor=x",
            "/kpis/groups?cursor=" + cursor,
            "/kpis/groups?sort=name&skip=1&cursor=" + cursor,
            "/kpis/groups?filter=%7B&q=%20&favorite=1",
            "/kpis?cursor=" + cursor)) {
      Answer here = ann.get(list);
      Answer behind = behind(ann).get(list);
      assertThat(here.<List<Object>>path("errors")).as(list).isEqualTo(behind.path("errors"));
      assertThat(here.status()).isEqualTo(behind.status()).isEqualTo(400);
    }
  }

  private static void same(User ann, String list) {
    Optional<String> next = Optional.of(list);
    while (next.isPresent()) {
      Answer here = ann.get(next.get()).has(200);
      Answer behind = behind(ann).get(next.get()).has(200);
      assertThat(here.body()).as(next.get()).isEqualTo(behind.body());
      assertThat(here.headerValue("Link")).as(next.get()).isEqualTo(behind.headerValue("Link"));
      next = here.next();
    }
  }

  private static User behind(User ann) {
    return Service.at(ann.service().register()).user(ann.client());
  }
}
