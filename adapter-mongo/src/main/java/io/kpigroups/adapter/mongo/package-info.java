/** The store on MongoDB. */
@NullMarked
package io.kpigroups.adapter.mongo;

import org.jspecify.annotations.NullMarked;
