/** What can be asked of KPI groups, one interface for each intent of an actor. */
@NullMarked
package io.kpigroups.application.port.in;

import org.jspecify.annotations.NullMarked;
