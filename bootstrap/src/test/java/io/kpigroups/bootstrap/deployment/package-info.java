/** That what is in {@code deploy} and {@code compose.yaml} fits the service that is built here. */
@NullMarked
package io.kpigroups.bootstrap.deployment;

import org.jspecify.annotations.NullMarked;
