/** The pages for people. */
@NullMarked
package io.kpigroups.adapter.rest.page;

import org.jspecify.annotations.NullMarked;
