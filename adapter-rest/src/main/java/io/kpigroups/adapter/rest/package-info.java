/**
 * The HTTP interface. What is public here is what the service that embeds it must bring ({@link
 * io.kpigroups.adapter.rest.Authenticator}, {@link io.kpigroups.adapter.rest.RestSettings}),
 * together with a {@link java.time.Clock}; all else is its own affair.
 */
@NullMarked
package io.kpigroups.adapter.rest;

import org.jspecify.annotations.NullMarked;
