package io.kpigroups.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.adapter.rest.Problem.InputError;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.UserId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bodies by which groups and KPIs are written. */
class WritesTest {

  @Test
  void aGroupIsWrittenByItsName() {
    assertThat(Reading.ofBody("{\"name\":\" Sales \"}").valid(GroupWrite::read))
        .isEqualTo(new Name("Sales"));
  }

  @Test
  void aGroupMayBeSentBackAsItCame() {
    String group =
        "{\"accountId\":\"x\",\"createdById\":5,\"dateCreated\":null,\"dateUpdated\":{},"
            + "\"favorite\":true,\"id\":[],\"modifiedById\":\"y\",\"name\":\"Sales\"}";

    assertThat(Reading.ofBody(group).valid(GroupWrite::read)).isEqualTo(new Name("Sales"));
  }

  @Test
  void whatIsWrongWithAGroupIsNamed() {
    assertThat(Reading.ofBody("{\"name\":\"\"}").errors(GroupWrite::read))
        .singleElement()
        .satisfies(error -> assertThat(error.name()).isEqualTo("name"));
    assertThat(Reading.ofBody("{\"ownerIds\":[]}").errors(GroupWrite::read))
        .extracting(InputError::name)
        .containsExactly("ownerIds", "name");
  }

  @Test
  void aKpiIsWrittenByItsNameAndItsOwners() {
    Reading reading = Reading.ofBody("{\"id\":\"k\",\"name\":\"Sales\",\"ownerIds\":[\"ann\"]}");

    assertThat(kpiName(reading)).isEqualTo(new Name("Sales"));
    assertThat(owners(reading)).containsExactly(new UserId("ann"));
    assertThat(owners(Reading.ofBody("{\"name\":\"Sales\"}"))).isEmpty();
  }

  @Test
  void aKpiMayHaveAHundredOwners() {
    String owners = String.join(",", Collections.nCopies(100, "\"ann\""));

    assertThat(
            Reading.ofBody("{\"name\":\"n\",\"ownerIds\":[" + owners + "]}").errors(KpiWrite::read))
        .isEmpty();
    assertThat(
            Reading.ofBody("{\"name\":\"n\",\"ownerIds\":[" + owners + ",\"bob\"]}")
                .complaints(KpiWrite::read))
        .containsExactly("The property ownerIds must be a list of at most 100 texts.");
  }

  @Test
  void everythingThatIsWrongWithAKpiIsNamed() {
    assertThat(
            Reading.ofBody("{\"favorite\":1,\"name\":5,\"ownerIds\":[\"\u00e4\"]}")
                .errors(KpiWrite::read))
        .extracting(InputError::name)
        .containsExactly("favorite", "name", "ownerIds[0]");
  }

  private static Name kpiName(Reading reading) {
    return reading.valid(request -> KpiWrite.read(request).name());
  }

  private static List<UserId> owners(Reading reading) {
    return reading.valid(request -> KpiWrite.read(request).owners());
  }
}
