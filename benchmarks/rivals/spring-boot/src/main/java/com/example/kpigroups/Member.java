package com.example.kpigroups;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;

public record Member(
    String kpiId,
    String name,
    String addedById,
    @JsonFormat(pattern = Group.DATE, timezone = "UTC") Instant dateAdded) {}
