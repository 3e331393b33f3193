package com.example.kpigroups;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;

public record Group(
    String accountId,
    String createdById,
    @JsonFormat(pattern = Group.DATE, timezone = "UTC") Instant dateCreated,
    @JsonFormat(pattern = Group.DATE, timezone = "UTC") Instant dateUpdated,
    boolean favorite,
    String id,
    String modifiedById,
    String name) {

  // Jackson's own way leaves out milliseconds that are zero.
  static final String DATE = "yyyy-MM-dd'T'HH:mm:ss.SSSX";
}
