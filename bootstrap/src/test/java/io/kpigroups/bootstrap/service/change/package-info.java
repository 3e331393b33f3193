/** What changes many things at once, undoes a change, or keeps one from happening twice. */
@NullMarked
package io.kpigroups.bootstrap.service.change;

import org.jspecify.annotations.NullMarked;
