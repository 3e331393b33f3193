package org.acme.kpigroups.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;

public record GroupView(
    String accountId,
    String createdById,
    @JsonFormat(pattern = GroupView.DATE, timezone = "UTC") Instant dateCreated,
    @JsonFormat(pattern = GroupView.DATE, timezone = "UTC") Instant dateUpdated,
    boolean favorite,
    String id,
    String modifiedById,
    String name) {
  static final String DATE = "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'";
}
