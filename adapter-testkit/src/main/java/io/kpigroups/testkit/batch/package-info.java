/** The contract of changes to many members at once. */
@NullMarked
package io.kpigroups.testkit.batch;

import org.jspecify.annotations.NullMarked;
