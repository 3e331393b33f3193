package io.kpigroups.adapter.rest;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the OpenAPI document speaks of one owner of a KPI; in JSON it is a plain text. */
@Schema(
    name = "KpiOwner",
    type = SchemaType.STRING,
    pattern = "^[ -~]{1,255}$",
    description = "The id of a user",
    examples = "ann")
interface KpiOwner {}
