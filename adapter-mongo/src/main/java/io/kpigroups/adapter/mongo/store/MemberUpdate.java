package io.kpigroups.adapter.mongo.store;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.client.model.Updates;
import io.kpigroups.adapter.mongo.document.MemberEntry;
import io.kpigroups.domain.group.Change;
import io.kpigroups.domain.group.Stamp;
import io.kpigroups.domain.kpi.KpiId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What the server is told to do with the members in a group's document. */
final class MemberUpdate {
  private MemberUpdate() {}

  static Bson add(List<KpiId> added, Stamp stamp) {
    return counted(Updates.pushEach("members", entries(added, stamp).toList()), added.size());
  }

  static Bson remove(List<KpiId> removed) {
    Document them = new Document("k", new Document("$in", values(removed)));
    return counted(Updates.pull("members", them), -removed.size());
  }

  /**
   * What a decision means.
   *
   * @param members all that there are, as they are stored; needed only if KPIs come and go
   */
  static Bson of(List<Change> changes, List<BsonDocument> members, Stamp stamp) {
    List<KpiId> added = new ArrayList<>();
    List<KpiId> removed = new ArrayList<>();
    for (Change change : changes) {
      if (change instanceof Change.KpisAdded more) {
        added.addAll(more.kpis());
      } else if (change instanceof Change.KpisRemoved less) {
        removed.addAll(less.kpis());
      }
    }
    if (removed.isEmpty()) {
      return add(added, stamp);
    }
    return added.isEmpty() ? remove(removed) : exchange(members, added, removed, stamp);
  }

  /** An array cannot be pulled from and pushed to in one update, so all of it is written. */
  private static Bson exchange(
      List<BsonDocument> members, List<KpiId> added, List<KpiId> removed, Stamp stamp) {
    Set<String> gone = Set.copyOf(values(removed));
    Stream<Bson> kept =
        members.stream()
            .filter(member -> !gone.contains(MemberEntry.id(member)))
            .map(member -> member);
    return counted(
        Updates.set("members", Stream.concat(kept, entries(added, stamp)).toList()),
        added.size() - removed.size());
  }

  private static Stream<Document> entries(List<KpiId> added, Stamp stamp) {
    return added.stream().map(kpi -> MemberEntry.of(kpi, stamp));
  }

  private static Bson counted(Bson change, long more) {
    return combine(change, inc("count", more), inc("version", 1L));
  }

  static List<String> values(Collection<KpiId> kpis) {
    return kpis.stream().map(KpiId::value).toList();
  }
}
