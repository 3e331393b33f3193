/** What the stores do of the contract, written down and compared with what was written. */
@NullMarked
package io.kpigroups.bootstrap.conformance;

import org.jspecify.annotations.NullMarked;
