/** What a request can be refused with, in the words of the API (RFC 9457). */
@NullMarked
package io.kpigroups.adapter.rest.problem;

import org.jspecify.annotations.NullMarked;
