package io.kpigroups.adapter.mongo.document;

import java.util.function.Function;
import org.bson.conversions.Bson;

/**
 * What is read of a document.
 *
 * @param fields the fields that the server sends
 * @param mapper what is made of them
 * @param <D> the type of the documents
 * @param <T> what is made of one
 */
public record Projection<D, T>(Bson fields, Function<D, T> mapper) {}
