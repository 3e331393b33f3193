/** The indexes, and how they are made in the background. */
@NullMarked
package io.kpigroups.adapter.mongo.index;

import org.jspecify.annotations.NullMarked;
