/** The service with identity providers, and that it keeps secrets. */
@NullMarked
package io.kpigroups.bootstrap.service.identity;

import org.jspecify.annotations.NullMarked;
