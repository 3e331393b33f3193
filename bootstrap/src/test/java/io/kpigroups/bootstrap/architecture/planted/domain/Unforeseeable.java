package io.kpigroups.bootstrap.architecture.planted.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

final class Unforeseeable {
  final Instant now = Instant.now();
  final LocalDateTime here = LocalDateTime.now(Clock.systemUTC().getZone());
  final long millis = System.currentTimeMillis();
  final Supplier<UUID> id = UUID::randomUUID;
  final int chance = new Random().nextInt();
}
