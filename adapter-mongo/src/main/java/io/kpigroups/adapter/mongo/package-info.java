/**
 * The store on MongoDB. Only {@link io.kpigroups.adapter.mongo.MongoStorage} is meant for others;
 * the documents are public because the driver's codec reads and writes them by reflection, {@link
 * io.kpigroups.adapter.mongo.ConnectionStringConfig} because the configuration looks it up.
 */
@NullMarked
package io.kpigroups.adapter.mongo;

import org.jspecify.annotations.NullMarked;
