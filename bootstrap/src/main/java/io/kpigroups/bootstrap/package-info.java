/** The service that runs: its commands, its settings, and what is wired to what. */
@NullMarked
package io.kpigroups.bootstrap;

import org.jspecify.annotations.NullMarked;
