package io.kpigroups.adapter.mongo.driver;

import com.mongodb.client.FindIterable;
import io.kpigroups.adapter.mongo.document.Projection;
import io.kpigroups.adapter.mongo.document.Selected;
import io.kpigroups.adapter.mongo.driver.DocumentReader.Rows;
import io.kpigroups.application.port.StorageUnavailable;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.bson.Document;
import org.bson.RawBsonDocument;

/**
 * Reads pages of documents.
 *
 * <p>One document more than a page has is read, which tells whether another page is behind it. If a
 * total is asked for and the rows do not tell it, another command counts.
 *
 * @param collection the collection, for one call
 * @param selected which of its documents are listed
 * @param <D> the type of the documents
 */
public record ListReader<D>(TimedCollection<D> collection, Selected selected) {
  /** How many documents come at once where nobody knows how many it takes to fill a page. */
  private static final int BATCH = 1_000;

  /**
   * A page of the documents, in one command: without a batch size the server would send only 101.
   *
   * @throws StorageUnavailable if one of them cannot be read
   */
  public <F extends Enum<F>, T> Page<T> page(ListQuery<F> query, Projection<D, T> as) {
    PageRange range = query.range();
    int most = (int) Math.min(range.limit() + 1L, Integer.MAX_VALUE);
    FindIterable<RawBsonDocument> found =
        found(query, as)
            .skip(range.skip())
            .limit(most)
            .batchSize(Math.min(most, TimedCollection.MOST_AT_ONCE));
    Rows<T> rows =
        collection.translate(() -> collection.reader().first(range.limit(), found, as.mapper()));
    return page(query, rows, () -> collection.count(selected.counted()));
  }

  /**
   * A page of the documents that the projection accepts. They are looked at one after the other
   * until the page is full, and for a total all of them.
   *
   * @param counted whether a document is to be counted
   * @throws StorageUnavailable if one that was looked at cannot be read
   */
  public <F extends Enum<F>, T> Page<T> page(
      ListQuery<F> query, Projection<D, Optional<T>> as, Projection<D, Boolean> counted) {
    FindIterable<RawBsonDocument> found = found(query, as).batchSize(BATCH);
    Rows<T> rows =
        collection.translate(() -> collection.reader().accepted(query.range(), found, as.mapper()));
    return page(query, rows, () -> count(counted));
  }

  private long count(Projection<D, Boolean> counted) {
    FindIterable<RawBsonDocument> all =
        collection.find(selected.filter(), counted).batchSize(BATCH);
    return collection.translate(() -> collection.reader().count(all, counted.mapper()));
  }

  private <F extends Enum<F>> FindIterable<RawBsonDocument> found(
      ListQuery<F> query, Projection<D, ?> as) {
    Document filter =
        query
            .after()
            .map(place -> selected.filter(SortKeys.behind(query.order(), place)))
            .orElseGet(selected::filter);
    return collection.find(filter, as).sort(SortKeys.of(query.order()));
  }

  private static <F extends Enum<F>, T> Page<T> page(
      ListQuery<F> query, Rows<T> rows, LongSupplier count) {
    PageRange range = query.range();
    int size = rows.items().size();
    boolean told = !rows.more() && query.after().isEmpty() && (size > 0 || range.skip() == 0);
    return query.page(
        rows.items(), rows.more(), () -> told ? (long) range.skip() + size : count.getAsLong());
  }
}
