@NullMarked
package io.kpigroups.adapter.rest.problem;

import org.jspecify.annotations.NullMarked;
