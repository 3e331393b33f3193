package io.kpigroups.adapter.mongo.document;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/**
 * Reads and writes arrays whose elements are all of one kind.
 *
 * @param element reads and writes each of them
 */
record ListCodec<T>(Codec<T> element) implements Codec<List<T>> {
  @Override
  public List<T> decode(BsonReader reader, DecoderContext context) {
    List<T> elements = new ArrayList<>();
    reader.readStartArray();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      elements.add(element.decode(reader, context));
    }
    reader.readEndArray();
    return elements;
  }

  @Override
  public void encode(BsonWriter writer, List<T> elements, EncoderContext context) {
    writer.writeStartArray();
    elements.forEach(one -> element.encode(writer, one, context));
    writer.writeEndArray();
  }

  @Override
  @SuppressWarnings("unchecked")
  public Class<List<T>> getEncoderClass() {
    return (Class<List<T>>) (Class<?>) List.class;
  }
}
