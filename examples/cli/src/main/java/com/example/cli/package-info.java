/** KPI groups on the command line: a driving adapter of the in-ports. */
@NullMarked
package com.example.cli;

import org.jspecify.annotations.NullMarked;
