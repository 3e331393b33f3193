/**
 * The limit that our service is compared with: its own store behind a bare Vert.x server, with what
 * the promises need and nothing else.
 */
@NullMarked
package io.kpigroups.rival.vertx;

import org.jspecify.annotations.NullMarked;
