/** The settings of the connection: what is read from the connection string, and what is refused. */
@NullMarked
package io.kpigroups.adapter.mongo.config;

import org.jspecify.annotations.NullMarked;
