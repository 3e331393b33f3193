/** What holds for a store as a whole: accounts, threads, deadlines, ids. */
@NullMarked
package io.kpigroups.testkit.store;

import org.jspecify.annotations.NullMarked;
