/** Runs the packaged service, and what it works with, as processes. */
@NullMarked
package io.kpigroups.bootstrap.service.process;

import org.jspecify.annotations.NullMarked;
