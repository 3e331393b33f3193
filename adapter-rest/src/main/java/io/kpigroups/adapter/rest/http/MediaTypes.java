package io.kpigroups.adapter.rest.http;

/** The media types of the API. */
public final class MediaTypes {
  public static final String JSON = "application/json";

  /** RFC 7396. */
  public static final String MERGE_PATCH = "application/merge-patch+json";

  /** RFC 9457. */
  public static final String PROBLEM = "application/problem+json";

  private MediaTypes() {}
}
