/**
 * The use cases of KPI groups: plain classes that check permissions and limits and call the store.
 */
@NullMarked
package io.kpigroups.application.service;

import org.jspecify.annotations.NullMarked;
