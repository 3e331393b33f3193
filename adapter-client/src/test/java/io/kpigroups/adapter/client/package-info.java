@NullMarked
package io.kpigroups.adapter.client;

import org.jspecify.annotations.NullMarked;
