@NullMarked
package io.kpigroups.adapter.client.resilience;

import org.jspecify.annotations.NullMarked;
