package io.kpigroups.adapter.rest.http;

import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;

/** In which order a request meets the filters: the highest number first. */
public final class FilterPriorities {
  public static final int SECURITY_HEADERS = 10_001;
  public static final int REQUEST_TRACKER = 10_000;

  /** Behind CORS, so that browser applications can read refusals and preflights are answered. */
  public static final int REQUEST_FILTER = SecurityHandlerPriorities.CORS - 1;

  public static final int PAGES = REQUEST_FILTER - 1;
  public static final int ADMISSION_CONTROL = PAGES - 1;

  private FilterPriorities() {}
}
