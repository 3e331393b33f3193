/** Tests of the service around the hexagon. */
@NullMarked
package io.kpigroups.bootstrap;

import org.jspecify.annotations.NullMarked;
