/** Calls the service over HTTP as its clients do, and expects answers of it. */
@NullMarked
package io.kpigroups.bootstrap.service.client;

import org.jspecify.annotations.NullMarked;
