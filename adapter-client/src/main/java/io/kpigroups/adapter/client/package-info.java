/**
 * The adapter that forwards to the upstream API, with the caller's own token and account, and keeps
 * nothing itself. This package is what the service that embeds it must know.
 */
@NullMarked
package io.kpigroups.adapter.client;

import org.jspecify.annotations.NullMarked;
