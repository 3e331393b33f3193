package io.kpigroups.bootstrap.config;

import io.kpigroups.domain.group.KnownKpis;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** The settings of the service itself; the adapters have their own below the same prefix. */
@ConfigMapping(prefix = "kpigroups")
public interface ServiceConfig {

  /** The name of the store: {@code embedded}, {@code mongo}, or that of an adapter added. */
  @WithDefault("embedded")
  String store();

  /** How long a request may take. */
  @WithDefault("5s")
  Duration deadline();

  /** Most rows of a page. */
  @WithName("page.max")
  @WithDefault("1000")
  int pageMax();

  /** How long a deleted group is kept before it is purged. */
  @WithDefault("30d")
  Duration retention();

  /** The time between two runs of the purge. */
  @WithName("purge.every")
  @WithDefault("1h")
  Duration purgeEvery();

  /** How much an account may hold. */
  LimitsConfig limits();

  /** How often the API may be called. */
  RateLimitConfig rateLimit();

  /** Which KPIs may be put into groups. */
  @WithDefault("registered")
  KnownKpis kpis();

  /** Whether a rename or delete must state the revision that it expects. */
  @WithDefault("false")
  @WithConverter(StrictBoolean.class)
  boolean requireIfMatch();

  /** Whether each request leaves a line of JSON in the log. */
  @WithDefault("false")
  @WithConverter(StrictBoolean.class)
  boolean accessLog();

  /** How often the API may be called. */
  interface RateLimitConfig {
    /** Most requests a minute with one token; 0 for any number. */
    @WithDefault("0")
    int perToken();

    /** Most requests a minute in one account; 0 for any number. */
    @WithDefault("0")
    int perAccount();
  }

  /** How much an account may hold. */
  interface LimitsConfig {
    /** Most groups of an account. */
    @WithDefault("10000")
    int groupsPerAccount();

    /** Most KPIs in the register of an account. */
    @WithDefault("100000")
    int kpisPerAccount();

    /** Most KPIs in a group. */
    @WithDefault("10000")
    int kpisPerGroup();

    /** Most favorites of a user in an account. */
    @WithDefault("1000")
    int favoritesPerUser();
  }
}
