/** Tests of the choice and the readiness of the store. */
@NullMarked
package io.kpigroups.bootstrap.store;

import org.jspecify.annotations.NullMarked;
