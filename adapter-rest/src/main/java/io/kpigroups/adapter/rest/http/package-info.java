/**
 * What is known of a request over HTTP, which endpoints there are, and how a problem is answered.
 */
@NullMarked
package io.kpigroups.adapter.rest.http;

import org.jspecify.annotations.NullMarked;
