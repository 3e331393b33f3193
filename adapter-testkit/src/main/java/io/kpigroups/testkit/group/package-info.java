/** What stores of groups must do. */
@NullMarked
package io.kpigroups.testkit.group;

import org.jspecify.annotations.NullMarked;
