/**
 * The public keys that tokens are verified with: from a setting, from a file, or fetched from an
 * identity provider.
 */
@NullMarked
package io.kpigroups.bootstrap.identity.keys;

import org.jspecify.annotations.NullMarked;
