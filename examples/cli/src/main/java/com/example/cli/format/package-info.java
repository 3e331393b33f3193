/** How groups are written: for people, for spreadsheets and for programs. */
@NullMarked
package com.example.cli.format;

import org.jspecify.annotations.NullMarked;
