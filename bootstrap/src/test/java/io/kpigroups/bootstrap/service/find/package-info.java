/** Finding rows over HTTP: filters, searches, favorites, and pages that neither miss nor repeat. */
@NullMarked
package io.kpigroups.bootstrap.service.find;

import org.jspecify.annotations.NullMarked;
