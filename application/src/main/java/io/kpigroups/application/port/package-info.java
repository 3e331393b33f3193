/** What both sides of the hexagon share. */
@NullMarked
package io.kpigroups.application.port;

import org.jspecify.annotations.NullMarked;
