package io.kpigroups.benchmarks.server;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a contender runs.
 *
 * @param port on the loopback address
 * @param folder for its data, its own
 * @param publicKey the PEM file of the key that verifies tokens (RS256)
 * @param mongodb a connection string with the name of a database of its own; empty for SQLite
 */
public record Site(int port, Path folder, Path publicKey, Optional<String> mongodb) {}
