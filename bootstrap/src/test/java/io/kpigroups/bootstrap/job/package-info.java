/** Tests of the jobs. */
@NullMarked
package io.kpigroups.bootstrap.job;

import org.jspecify.annotations.NullMarked;
