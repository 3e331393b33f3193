/** HTTP to the upstream API: the REST client, its responses, and what its failures mean. */
@NullMarked
package io.kpigroups.adapter.client.http;

import org.jspecify.annotations.NullMarked;
