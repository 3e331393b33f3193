/** All parameters of a list, tried in pairs: each answer is the one that the reference gives. */
@NullMarked
package io.kpigroups.bootstrap.service.pairwise;

import org.jspecify.annotations.NullMarked;
