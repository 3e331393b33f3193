package io.kpigroups.adapter.rest;

import java.time.Duration;

/**
 * What the embedding service decides for the HTTP interface, brought as a bean.
 *
 * @param deadline how long a request may take from its arrival to its answer
 * @param accessLog whether each request leaves a line in the log
 */
public record RestSettings(Duration deadline, boolean accessLog) {}
