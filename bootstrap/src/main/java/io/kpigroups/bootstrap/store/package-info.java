/** The store in use: its choice, its ports, and whether it is ready. */
@NullMarked
package io.kpigroups.bootstrap.store;

import org.jspecify.annotations.NullMarked;
