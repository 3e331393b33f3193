/** Reads parameters, header fields and bodies, and finds all that is wrong with them at once. */
@NullMarked
package io.kpigroups.adapter.rest.input;

import org.jspecify.annotations.NullMarked;
