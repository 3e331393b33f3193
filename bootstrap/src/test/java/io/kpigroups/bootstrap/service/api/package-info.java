/** What the API does on every store: tests that a class of a store takes in. */
@NullMarked
package io.kpigroups.bootstrap.service.api;

import org.jspecify.annotations.NullMarked;
