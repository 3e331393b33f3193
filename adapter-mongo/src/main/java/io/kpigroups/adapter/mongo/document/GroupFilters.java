package io.kpigroups.adapter.mongo.document;

import io.kpigroups.domain.filter.FilterField;
import io.kpigroups.domain.filter.GroupFilter;
import io.kpigroups.domain.filter.GroupFilter.And;
import io.kpigroups.domain.filter.GroupFilter.Comparison;
import io.kpigroups.domain.filter.GroupFilter.Favorite;
import io.kpigroups.domain.filter.GroupFilter.HasKpi;
import io.kpigroups.domain.filter.GroupFilter.NameContains;
import io.kpigroups.domain.filter.GroupFilter.NameMatches;
import io.kpigroups.domain.filter.GroupFilter.NoneOf;
import io.kpigroups.domain.filter.GroupFilter.OneOf;
import io.kpigroups.domain.filter.GroupFilter.Or;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupSelection;
import io.kpigroups.domain.value.AccountId;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Says to the server which groups are selected. All fields and operators stand here; what a caller
 * gave is only ever a value, a text or a date, behind an operator. What is searched for in names
 * stands in a pattern, where every character of it means itself ({@link NameKeys#containing}).
 *
 * <p>No server can be asked how a name looks as the domain understands it, so of such a part only
 * the range of its keys is sent, or nothing: then more groups are found, and {@link GroupRows} asks
 * the domain which of them are meant.
 *
 * @param favorites the ids of the favorites of the user who asks; read only if the filter names
 *     them
 */
public record GroupFilters(Supplier<Set<String>> favorites) {
  /** The groups of the account that are selected, and more if a name must look like something. */
  public Selected select(AccountId account, GroupSelection selection) {
    Document scope = new Document("accountId", account.value());
    Stream<Document> life =
        selection.deletedAfter().stream()
            .map(time -> new Document("deletedAt", new Document("$gt", time)));
    scope.append(
        "state", selection.deletedAfter().isPresent() ? GroupDocument.DELETED : GroupDocument.LIVE);
    Stream<Document> parts =
        selection.filter().conjuncts().stream().map(this::of).filter(part -> !part.isEmpty());
    return new Selected(scope, "_id", Stream.concat(life, parts).toList());
  }

  /** Matches at least what the filter matches; empty if that may be anything. */
  Document of(GroupFilter filter) {
    if (filter instanceof And and) {
      return all(and.parts().stream().map(this::of).toList());
    } else if (filter instanceof Or or) {
      return any(or.parts().stream().map(this::of).toList());
    } else if (filter instanceof OneOf one) {
      return in(field(one.field()), FieldValues.of(one.values()));
    } else if (filter instanceof NoneOf none) {
      return compared(field(none.field()), "$nin", FieldValues.of(none.values()));
    } else if (filter instanceof Comparison by) {
      return compared(field(by.field()), operator(by.operator()), FieldValues.of(by.value()));
    } else if (filter instanceof Favorite favorite) {
      return compared("_id", favorite.favorite() ? "$in" : "$nin", favorites.get());
    } else if (filter instanceof HasKpi has) {
      return in("members.k", has.kpis().stream().map(KpiId::value).toList());
    } else if (filter instanceof NameContains name) {
      return NameKeys.containing(name.text());
    }
    return ((NameMatches) filter)
        .pattern()
        .keyPrefix()
        .map(NameKeys::beginning)
        .orElseGet(Document::new);
  }

  private static Document all(List<Document> parts) {
    List<Document> said = parts.stream().filter(part -> !part.isEmpty()).toList();
    return said.isEmpty() ? new Document() : joined("$and", said);
  }

  private static Document any(List<Document> parts) {
    if (parts.isEmpty()) {
      return compared("_id", "$in", List.of());
    }
    return parts.stream().anyMatch(Document::isEmpty) ? new Document() : joined("$or", parts);
  }

  private static Document joined(String operator, List<Document> parts) {
    return parts.size() == 1 ? parts.get(0) : new Document(operator, parts);
  }

  /** One value is sent as such, so that an index of the field and the next one stays in order. */
  private static Document in(String field, List<?> values) {
    return values.size() == 1
        ? compared(field, "$eq", values.get(0))
        : compared(field, "$in", values);
  }

  private static Document compared(String field, String operator, Object value) {
    return new Document(field, new Document(operator, value));
  }

  private static String field(FilterField field) {
    return switch (field) {
      case ID -> "_id";
      case NAME -> "name";
      case CREATED_BY_ID -> "createdById";
      case MODIFIED_BY_ID -> "modifiedById";
      case DATE_CREATED -> "dateCreated";
      case DATE_UPDATED -> "dateUpdated";
    };
  }

  private static String operator(GroupFilter.Operator operator) {
    return switch (operator) {
      case GREATER -> "$gt";
      case AT_LEAST -> "$gte";
      case LESS -> "$lt";
      case AT_MOST -> "$lte";
    };
  }
}
