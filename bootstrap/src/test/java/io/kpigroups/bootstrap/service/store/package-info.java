/** The tests of the API on each store. */
@NullMarked
package io.kpigroups.bootstrap.service.store;

import org.jspecify.annotations.NullMarked;
