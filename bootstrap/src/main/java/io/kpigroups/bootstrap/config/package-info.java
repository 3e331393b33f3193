/** The settings of the service, and the checks of them before the service starts. */
@NullMarked
package io.kpigroups.bootstrap.config;

import org.jspecify.annotations.NullMarked;
