/** The contract of idempotency keys. */
@NullMarked
package io.kpigroups.testkit.key;

import org.jspecify.annotations.NullMarked;
