/** The text by which a client goes on behind a row, and which list it is bound to. */
@NullMarked
package io.kpigroups.domain.cursor;

import org.jspecify.annotations.NullMarked;
