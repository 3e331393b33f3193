package org.acme.kpigroups.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberView(
    String kpiId,
    String name,
    String addedById,
    @JsonFormat(pattern = GroupView.DATE, timezone = "UTC") Instant dateAdded) {}
