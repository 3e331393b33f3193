/** Starting what is measured, and reading what it uses. */
@NullMarked
package io.kpigroups.benchmarks.server;

import org.jspecify.annotations.NullMarked;
