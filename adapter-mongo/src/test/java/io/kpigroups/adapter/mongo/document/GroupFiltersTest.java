package io.kpigroups.adapter.mongo.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpigroups.domain.filter.FilterField;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.GroupFilter.Comparison;
import io.kpigroups.domain.filter.GroupFilter.NameMatches;
import io.kpigroups.domain.filter.GroupFilter.NoneOf;
import io.kpigroups.domain.filter.GroupFilter.OneOf;
import io.kpigroups.domain.filter.GroupFilter.Operator;
import io.kpigroups.domain.filter.GroupFilter.Or;
import io.kpigroups.domain.filter.NamePattern;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.value.AccountId;
import io.kpigroups.domain.value.FieldValue.Text;
import io.kpigroups.testkit.fixture.Literals;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;

/** What a caller writes is sent as a text, whatever it looks like. */
class GroupFiltersTest {
  private static final AccountId ACCOUNT = new AccountId("a");

  @Test
  void nothingThatACallerWritesIsAFieldOrAnOperator() {
    Set<String> keys = new TreeSet<>();
    for (String literal : Literals.legal()) {
      collectKeys(sent(filter(literal)), keys);
    }
    assertThat(keys)
        .containsExactly(
            "$eq",
            "$gte",
            "$lt",
            "$nin",
            "$or",
            "accountId",
            "createdById",
            "modifiedById",
            "name",
            "nameKey",
            "state");
  }

  private static GroupFilter filter(String literal) {
    Text text = new Text(literal);
    return new Or(
        List.of(
            new OneOf(FilterField.NAME, List.of(text)),
            new NoneOf(FilterField.CREATED_BY_ID, List.of(text, new Text("ann"))),
            new Comparison(FilterField.MODIFIED_BY_ID, Operator.LESS, text),
            new NameMatches(new NamePattern(List.of("a" + literal), true, false))));
  }

  private static BsonDocument sent(GroupFilter filter) {
    return new GroupFilters(Set::of)
        .select(ACCOUNT, GroupSelection.LIVE.with(filter))
        .filter()
        .toBsonDocument();
  }

  private static void collectKeys(BsonValue value, Set<String> keys) {
    if (value.isDocument()) {
      keys.addAll(value.asDocument().keySet());
      value.asDocument().values().forEach(inner -> collectKeys(inner, keys));
    } else if (value.isArray()) {
      value.asArray().forEach(inner -> collectKeys(inner, keys));
    }
  }
}
