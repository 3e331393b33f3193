package io.kpigroups.adapter.mongo;

import com.mongodb.client.FindIterable;
import io.kpigroups.domain.Page;
import io.kpigroups.domain.PageRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.bson.Document;

/** Reads pages with as few commands as can be. */
final class Pages {
  private Pages() {}

  /** The rows of the page in one command: without a batch size the server would stop at 101. */
  static <T> List<T> rows(FindIterable<T> found, Document sort, PageRange range) {
    return found
        .sort(sort)
        .skip(range.skip())
        .limit(range.limit())
        .batchSize(range.limit())
        .into(new ArrayList<>());
  }

  /** The page; what matches in all is counted only where the rows do not tell. */
  static <T> Page<T> of(List<T> items, PageRange range, LongSupplier count) {
    boolean endsHere = items.size() < range.limit() && (!items.isEmpty() || range.skip() == 0);
    long total = endsHere ? (long) range.skip() + items.size() : count.getAsLong();
    return new Page<>(items, total, range);
  }
}
