/** Load whose every answer is written down, and stores whose contents are compared with it. */
@NullMarked
package io.kpigroups.bootstrap.service.ledger;

import org.jspecify.annotations.NullMarked;
