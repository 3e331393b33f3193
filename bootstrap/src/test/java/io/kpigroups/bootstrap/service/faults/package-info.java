/** What is kept when the service, the store or the disk fails. */
@NullMarked
package io.kpigroups.bootstrap.service.faults;

import org.jspecify.annotations.NullMarked;
