package io.kpigroups.adapter.mongo.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That documents are read as they were written, and what becomes of other values. */
class DocumentCodecsTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123Z");

  private static final Map<Class<?>, Object> VALUES =
      Map.of(
          String.class,
          "text",
          int.class,
          7,
          Long.class,
          8L,
          Boolean.class,
          true,
          Instant.class,
          NOON);

  static Stream<Codec<?>> codecs() {
    return Stream.of(
        DocumentCodecs.GROUP, DocumentCodecs.KPI, DocumentCodecs.FAVORITES, DocumentCodecs.KEY);
  }

  /** So that no field is forgotten in a codec. */
  @ParameterizedTest
  @MethodSource("codecs")
  <D> void everyFieldIsWrittenAndReadAgain(Codec<D> codec) throws ReflectiveOperationException {
    Class<D> type = codec.getEncoderClass();
    D document = type.getDeclaredConstructor().newInstance();
    for (Field field : fields(type)) {
      field.set(document, value(field));
    }
    BsonDocument written = written(codec, document);
    assertThat(written.keySet())
        .containsExactlyInAnyOrderElementsOf(
            fields(type).stream()
                .map(field -> field.getName().equals("id") ? "_id" : field.getName())
                .toList());
    assertThat(written.getFirstKey()).isEqualTo("_id");
    assertThat(read(codec, written)).usingRecursiveComparison().isEqualTo(document);
  }

  private static List<Field> fields(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .collect(Collectors.toList());
  }

  private static Object value(Field field) {
    if (!(field.getGenericType() instanceof ParameterizedType list)) {
      return VALUES.get(field.getType());
    }
    Class<?> element = (Class<?>) list.getActualTypeArguments()[0];
    if (element == String.class) {
      return List.of("one", "two");
    }
    return element == BsonDocument.class
        ? List.of(BsonDocument.parse("{k: 'one', more: [1]}"), new BsonDocument())
        : List.of(favorite());
  }

  private static FavoritesDocument.Entry favorite() {
    FavoritesDocument.Entry entry = new FavoritesDocument.Entry();
    entry.g = "group";
    entry.at = NOON;
    return entry;
  }

  @Test
  void whatHasNoValueIsNotWritten() {
    assertThat(written(DocumentCodecs.GROUP, new GroupDocument()).keySet())
        .containsExactlyInAnyOrder("nameKeyVersion", "schemaVersion");
  }

  @Test
  void whatIsUnknownIsPassedOverAndANullCountsAsAbsent() {
    GroupDocument read = read(DocumentCodecs.GROUP, "{later: {a: [1]}, name: null, count: null}");
    assertThat(read).usingRecursiveComparison().isEqualTo(new GroupDocument());
    assertThat(read(DocumentCodecs.FAVORITES, "{groups: null}").groupIds()).isEmpty();
  }

  /** Other programs write numbers as they like. */
  @Test
  void aNumberMayHaveAnyTypeThatHoldsIt() {
    GroupDocument read =
        read(DocumentCodecs.GROUP, "{schemaVersion: 1.0, revision: {$numberInt: '2'}, count: 3.0}");
    assertThat(read.schemaVersion).isEqualTo(1);
    assertThat(read.revision).isEqualTo(2);
    assertThat(read.count).isEqualTo(3);
  }

  @Test
  void aValueOfAWrongTypeIsNamed() {
    for (String json :
        List.of("{name: 7}", "{count: 1.5}", "{dateCreated: 'noon'}", "{members: [1]}")) {
      assertThatThrownBy(() -> read(DocumentCodecs.GROUP, json))
          .isInstanceOf(CodecConfigurationException.class)
          .hasMessageContaining(BsonDocument.parse(json).getFirstKey());
    }
  }

  private static <D> BsonDocument written(Codec<D> codec, D document) {
    BsonDocument written = new BsonDocument();
    codec.encode(new BsonDocumentWriter(written), document, EncoderContext.builder().build());
    return written;
  }

  private static <D> D read(Codec<D> codec, String json) {
    return read(codec, BsonDocument.parse(json));
  }

  private static <D> D read(Codec<D> codec, BsonDocument document) {
    return codec.decode(new BsonDocumentReader(document), DecoderContext.builder().build());
  }
}
