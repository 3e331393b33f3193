/** What stores of members and favorites must do, and how exactly their limits hold. */
@NullMarked
package io.kpigroups.testkit.member;

import org.jspecify.annotations.NullMarked;
