package io.kpigroups.bootstrap.architecture.planted.bootstrap;

import java.sql.Connection;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;

record Jdbc(Connection connection, DataSource source, SQLiteConfig config) {}
