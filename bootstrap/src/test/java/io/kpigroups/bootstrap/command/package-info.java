/** Tests of the commands. */
@NullMarked
package io.kpigroups.bootstrap.command;

import org.jspecify.annotations.NullMarked;
