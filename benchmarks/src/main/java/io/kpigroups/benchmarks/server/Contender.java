package io.kpigroups.benchmarks.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A server that is measured: a build of this service, or a rival.
 *
 * @param name one word, for options and files
 * @param title for tables
 * @param made what it is made of; empty for a build of ours
 * @param less what it does not do that this service does, in sentences; empty for a build of ours
 * @param ours whether it is a build of this service
 * @param jvm whether it runs on a JVM
 * @param folder the folder that it is started in
 * @param command what starts it
 * @param environment its settings where it runs
 */
public record Contender(
    String name,
    String title,
    String made,
    String less,
    boolean ours,
    boolean jvm,
    Path folder,
    List<String> command,
    Function<Site, Map<String, String>> environment) {}
