package io.kpigroups.adapter.mongo.driver;

import static io.kpigroups.adapter.mongo.support.MongoFixture.ample;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ReadPreference;
import com.mongodb.event.CommandStartedEvent;
import io.kpigroups.adapter.mongo.index.Index;
import io.kpigroups.adapter.mongo.support.MongoFixture;
import io.kpigroups.adapter.mongo.support.MongoServerResource;
import io.kpigroups.adapter.mongo.support.RecordedCommands;
import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.out.DeletedGroups.Claim;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.kpi.KpiCondition;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** That every write counts only when most members have it in their journals, on the wire. */
@QuarkusTest
@QuarkusTestResource(MongoServerResource.class)
class DurabilityTest implements MongoFixture {
  private static final Set<String> WRITES = Set.of("insert", "update", "delete", "createIndexes");
  private static final Instant LONG_AGO = Instant.parse("1989-01-01T00:00:00Z");

  @Inject
  @Identifier("mongo")
  KpiGroupStorage storage;

  @Inject MongoCollections collections;
  @Inject RecordedCommands recorded;

  private final Call ann = annInNewAccount();

  @Override
  public KpiGroupStorage storage() {
    return storage;
  }

  @Test
  void everyWriteSaysMajorityAndJournal() {
    List<CommandStartedEvent> writes =
        recorded.during(this::writeEverything).stream()
            .filter(command -> WRITES.contains(command.getCommandName()))
            .toList();

    assertThat(writes).extracting(CommandStartedEvent::getCommandName).containsAll(WRITES);
    assertThat(writes)
        .allSatisfy(
            write ->
                assertThat(write.getCommand().get("writeConcern"))
                    .as(write.getCommandName())
                    .isEqualTo(BsonDocument.parse("{w: 'majority', j: true}")));
  }

  private void writeEverything() {
    KpiGroupId id = newGroupId(ann);
    KpiId kpi = newKpi(ann);
    givenKpi(ann, kpi);
    join(ann, id, kpi);
    favor(ann, id);
    storage.favorites().remove(ann, id, NOON);
    storage.memberships().remove(ann, id, kpi, NOON, REGISTERED);
    kpiRegistry().remove(ann, kpi, KpiCondition.NONE);
    storage.groups().rename(ann, id, new Name("New"), NOON, RevisionMatch.any());
    storage.groups().delete(ann, id, LONG_AGO, RevisionMatch.any());
    deletedGroups().claim(LONG_AGO, PLENTY, ann.deadline());
    deletedGroups().remove(new Claim(ann.account(), id), ann.deadline());
    new Index("c" + MongoFixture.randomHex(), List.of("a")).ensure(collections);
  }

  @Test
  void everyReadAsksThePrimary() {
    assertThat(
            Stream.of(
                collections.groups(ample()),
                collections.favorites(ample()),
                collections.kpis(ample())))
        .extracting(collection -> collection.withTimeLeft().getReadPreference())
        .containsOnly(ReadPreference.primary());
  }
}
