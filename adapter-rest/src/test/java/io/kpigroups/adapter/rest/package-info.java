@NullMarked
package io.kpigroups.adapter.rest;

import org.jspecify.annotations.NullMarked;
