package com.example.kpigroups.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Beside the data source of Spring Boot, which writes, one that reads: WAL lets both at once. */
@Configuration
@Profile("sqlite")
class DataSourceConfig {

  @Bean(defaultCandidate = false)
  @Qualifier("reader")
  @ConfigurationProperties("app.reader")
  HikariDataSource readerDataSource() {
    return DataSourceBuilder.create().type(HikariDataSource.class).build();
  }

  @Bean(defaultCandidate = false)
  @Qualifier("reader")
  JdbcClient readerJdbcClient(@Qualifier("reader") HikariDataSource dataSource) {
    return JdbcClient.create(dataSource);
  }
}
