package io.kpigroups.adapter.mongo;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** A KPI of a group as it is stored in the group's document. */
@RegisterForReflection
@SuppressWarnings("NullAway.Init") // the codec sets the fields
public final class MemberDocument {
  public String k;
  public String by;
  public Instant at;
}
