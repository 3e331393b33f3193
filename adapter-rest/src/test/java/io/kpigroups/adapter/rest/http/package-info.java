@NullMarked
package io.kpigroups.adapter.rest.http;

import org.jspecify.annotations.NullMarked;
