/**
 * The store that keeps nothing itself: every call goes to the upstream API, with the caller's own
 * token and account, and what upstream answers becomes an answer of the port.
 */
@NullMarked
package io.kpigroups.adapter.client;

import org.jspecify.annotations.NullMarked;
