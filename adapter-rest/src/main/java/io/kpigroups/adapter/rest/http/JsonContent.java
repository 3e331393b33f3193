package io.kpigroups.adapter.rest.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * The content of an answer, which writes itself as one JSON value. Made of lambdas only: Quarkus
 * would prepare a class, and all that it is made of, to be looked into by reflection.
 */
@FunctionalInterface
public interface JsonContent {
  void write(JsonGenerator json) throws IOException;
}
