/** KPI groups kept in PostgreSQL. */
@NullMarked
package com.example.kpigroups.postgres;

import org.jspecify.annotations.NullMarked;
