package io.kpigroups.adapter.rest;

/** The media types of the API. */
final class MediaTypes {
  static final String JSON = "application/json";

  /** RFC 7396. */
  static final String MERGE_PATCH = "application/merge-patch+json";

  /** RFC 9457. */
  static final String PROBLEM = "application/problem+json";

  private MediaTypes() {}
}
