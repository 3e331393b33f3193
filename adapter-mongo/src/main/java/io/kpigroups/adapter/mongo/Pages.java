package io.kpigroups.adapter.mongo;

import com.mongodb.client.FindIterable;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.bson.Document;

/** Reads pages with as few commands as can be. */
final class Pages {
  private Pages() {}

  /**
   * The rows of the page in one command: without a batch size the server would stop at 101. Where
   * they are not counted, one more tells whether there is a next page.
   */
  static <T> List<T> rows(FindIterable<T> found, Document sort, PageRange range, boolean count) {
    int limit = count || range.limit() == Integer.MAX_VALUE ? range.limit() : range.limit() + 1;
    return found
        .sort(sort)
        .skip(range.skip())
        .limit(limit)
        .batchSize(limit)
        .into(new ArrayList<>());
  }

  /**
   * The page; what matches in all is counted only where that was asked and the rows do not tell.
   */
  static <T> Page<T> of(List<T> rows, PageRange range, boolean count, LongSupplier total) {
    if (!count) {
      return Page.uncounted(rows, range);
    }
    boolean endsHere = rows.size() < range.limit() && (!rows.isEmpty() || range.skip() == 0);
    return new Page<>(
        rows, endsHere ? (long) range.skip() + rows.size() : total.getAsLong(), range);
  }
}
