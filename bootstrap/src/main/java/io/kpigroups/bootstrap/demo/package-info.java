/** The demo: an account with data, and the text that shows how to use it. */
@NullMarked
package io.kpigroups.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
