package io.kpigroups.adapter.mongo.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.bson.BSONException;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes documents field by field. The driver's own codec for plain classes looks for
 * each field in a list and sets it by reflection, for every row.
 *
 * <p>A field without a value is not written, and one that is stored as null counts as absent. What
 * is stored under other names is passed over.
 *
 * @param <D> the type of the documents
 */
final class FieldsCodec<D> implements Codec<D> {
  private static final DecoderContext READING = DecoderContext.builder().build();
  private static final EncoderContext WRITING = EncoderContext.builder().build();

  /** The value that a document has in a field, if any. */
  interface Getter<D, T> {
    @Nullable T of(D document);
  }

  private record Field<D, T>(
      String name, Codec<T> codec, Getter<D, T> getter, BiConsumer<D, T> setter) {
    void read(D document, BsonReader reader) {
      try {
        setter.accept(document, codec.decode(reader, READING));
      } catch (BSONException | CodecConfigurationException e) {
        throw new CodecConfigurationException("Its " + name + ": " + e.getMessage(), e);
      }
    }

    void write(D document, BsonWriter writer) {
      T value = getter.of(document);
      if (value != null) {
        writer.writeName(name);
        codec.encode(writer, value, WRITING);
      }
    }
  }

  private final Class<D> type;
  private final Supplier<D> empty;
  private final Map<String, Field<D, ?>> fields = new LinkedHashMap<>();

  /** A codec that knows no fields yet. */
  FieldsCodec(Class<D> type, Supplier<D> empty) {
    this.type = type;
    this.empty = empty;
  }

  /** Adds a field, and returns this codec. */
  <T> FieldsCodec<D> with(
      String name, Codec<T> codec, Getter<D, T> getter, BiConsumer<D, T> setter) {
    fields.put(name, new Field<>(name, codec, getter, setter));
    return this;
  }

  /**
   * Reads a document.
   *
   * @throws CodecConfigurationException naming the first field that has a value of a wrong type
   */
  @Override
  public D decode(BsonReader reader, DecoderContext context) {
    D document = empty.get();
    reader.readStartDocument();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      Field<D, ?> field = fields.get(reader.readName());
      if (field == null || reader.getCurrentBsonType() == BsonType.NULL) {
        reader.skipValue();
      } else {
        field.read(document, reader);
      }
    }
    reader.readEndDocument();
    return document;
  }

  @Override
  public void encode(BsonWriter writer, D document, EncoderContext context) {
    writer.writeStartDocument();
    fields.values().forEach(field -> field.write(document, writer));
    writer.writeEndDocument();
  }

  @Override
  public Class<D> getEncoderClass() {
    return type;
  }
}
