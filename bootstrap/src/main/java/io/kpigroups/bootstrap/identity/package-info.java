/**
 * Who sent a request: verifying bearer tokens with keys from a file, from a provider or, for trying
 * out, of our own.
 */
@NullMarked
package io.kpigroups.bootstrap.identity;

import org.jspecify.annotations.NullMarked;
