/** Tests of the demo. */
@NullMarked
package io.kpigroups.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
