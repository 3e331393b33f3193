/**
 * The HTTP interface. This package is all that other modules may use: what the embedding service
 * brings as beans, together with a {@link java.time.Clock}. The packages below it are internal.
 */
@NullMarked
package io.kpigroups.adapter.rest;

import org.jspecify.annotations.NullMarked;
