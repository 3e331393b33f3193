/** Tests of where keys come from. */
@NullMarked
package io.kpigroups.bootstrap.identity.keys;

import org.jspecify.annotations.NullMarked;
