@NullMarked
package io.kpigroups.adapter.client.http;

import org.jspecify.annotations.NullMarked;
