/** Calls of the MongoDB driver: the time that each may take, and what its exceptions become. */
@NullMarked
package io.kpigroups.adapter.mongo.driver;

import org.jspecify.annotations.NullMarked;
