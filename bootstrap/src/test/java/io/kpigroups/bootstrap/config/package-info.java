/** Tests of the settings and their checks. */
@NullMarked
package io.kpigroups.bootstrap.config;

import org.jspecify.annotations.NullMarked;
