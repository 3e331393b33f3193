/** The out-ports on MongoDB. */
@NullMarked
package io.kpigroups.adapter.mongo.store;

import org.jspecify.annotations.NullMarked;
