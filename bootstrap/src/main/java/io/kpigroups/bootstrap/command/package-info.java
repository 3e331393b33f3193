/** The commands of the program, without the service itself. */
@NullMarked
package io.kpigroups.bootstrap.command;

import org.jspecify.annotations.NullMarked;
