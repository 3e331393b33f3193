package com.example.spring;

import io.kpigroups.adapter.sqlite.SqliteStorage;
import io.kpigroups.application.port.out.KpiGroupStorage;
import io.kpigroups.application.service.Settings;
import io.kpigroups.application.service.UseCases;
import io.kpigroups.domain.access.AccountLimits;
import io.kpigroups.domain.group.KnownKpis;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** An application with KPI groups in it. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Application {
  /** For a backup that has locked the file, and ends. */
  private static final Duration LOCK_WAIT = Duration.ofSeconds(5);

  /**
   * Its settings.
   *
   * @param folder where the data is
   * @param budget how long a request may take
   * @param groupsPerAccount how many groups an account may have
   */
  @ConfigurationProperties("kpi-groups")
  public record Properties(Path folder, Duration budget, int groupsPerAccount) {}

  public static void main(String[] args) {
    SpringApplication.run(Application.class, args);
  }

  /** Spring closes it at the shutdown: it is AutoCloseable. */
  @Bean
  SqliteStorage storage(Properties properties) {
    return SqliteStorage.open(properties.folder(), LOCK_WAIT);
  }

  /** Every KPI id may be put into a group: which KPIs there are is known elsewhere. */
  @Bean
  UseCases useCases(KpiGroupStorage storage, Properties properties) {
    AccountLimits limits =
        AccountLimits.DEFAULT.withGroupsPerAccount(properties.groupsPerAccount());
    Settings settings = Settings.DEFAULT.withLimits(limits).withKnownKpis(KnownKpis.ANY);
    return UseCases.of(storage, settings, Clock.systemUTC(), new SecureRandom());
  }
}
