/** The documents as they are stored, and how they become values of the domain. */
@NullMarked
package io.kpigroups.adapter.mongo.document;

import org.jspecify.annotations.NullMarked;
