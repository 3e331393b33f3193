/** How the service answers while what it depends on is away or strange. */
@NullMarked
package io.kpigroups.bootstrap.service.outage;

import org.jspecify.annotations.NullMarked;
