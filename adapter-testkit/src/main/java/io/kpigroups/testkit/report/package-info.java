/** What a run of the contract tells of a store: names that read well, and a report of it. */
@NullMarked
package io.kpigroups.testkit.report;

import org.jspecify.annotations.NullMarked;
