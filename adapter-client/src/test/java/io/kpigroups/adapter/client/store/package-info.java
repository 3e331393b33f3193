@NullMarked
package io.kpigroups.adapter.client.store;

import org.jspecify.annotations.NullMarked;
