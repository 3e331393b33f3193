/** The service as a whole, packaged, seen from outside over HTTP. */
@NullMarked
package io.kpigroups.bootstrap.service;

import org.jspecify.annotations.NullMarked;
