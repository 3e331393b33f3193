/** Tests the clients that are generated from the OpenAPI document. */
@NullMarked
package io.kpigroups.bootstrap.service.generated;

import org.jspecify.annotations.NullMarked;
