package io.kpigroups.adapter.rest.call;

import java.util.function.Predicate;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is one group or one KPI. It has an entity tag, and only this caller may keep it.
 */
public final class TaggedAnswer {
  private TaggedAnswer() {}

  /** The answer to a read: 304 without content if the caller knows this tag. */
  public static <T> RestResponse<T> read(String tag, T view, Predicate<String> known) {
    return known.test(tag)
        ? TaggedAnswer.<T>of(Status.NOT_MODIFIED, tag, null).build()
        : of(Status.OK, tag, view).build();
  }

  /** The answer to a change. */
  public static <T> ResponseBuilder<T> of(Status status, String tag, @Nullable T view) {
    return ResponseBuilder.<T>create(status)
        .entity(view)
        .header("ETag", tag)
        .header("Cache-Control", "private, no-cache")
        .header("Vary", "Authorization, " + ActorResolver.ACCOUNT_HEADER);
  }
}
