/** Groups, texts and filters made by chance, the same ones for the same seed. */
@NullMarked
package io.kpigroups.testkit.sample;

import org.jspecify.annotations.NullMarked;
