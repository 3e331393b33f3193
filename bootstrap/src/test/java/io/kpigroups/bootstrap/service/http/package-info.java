/** How the service treats HTTP, input and callers, whatever the store is. */
@NullMarked
package io.kpigroups.bootstrap.service.http;

import org.jspecify.annotations.NullMarked;
