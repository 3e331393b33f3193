package io.kpigroups.domain.cursor;

import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.query.Order;
import io.kpigroups.domain.query.Position;
import io.kpigroups.domain.query.SortField;
import io.kpigroups.domain.value.FieldValue;
import io.kpigroups.domain.value.NameKey;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The text by which a client goes on behind a row: its place in the list, and a checksum that binds
 * it to the list and the order. It is no secret and no authorization: whoever reads a list is asked
 * who they are, and every instance reads every other's.
 *
 * <p>Its bytes, in base64url: the version, the checksum, and for each sort key the milliseconds of
 * a time, or the length and the UTF-8 of a text. The checksum is also over the version of {@link
 * NameKey}: where keys are made in another way, the place is another.
 */
public final class Cursor {
  private static final byte VERSION = 1;

  /**
   * Longer than that of any row: a stored name has at most 1,000 characters, whose key has at most
   * four bytes for each, and an id 64.
   */
  private static final int MAX_LENGTH = 8_192;

  private static final String OTHER =
      "This cursor is none of this list, or is from another version of this service. A cursor comes"
          + " from the Link header of a page, and works unchanged with the account, the order (sort)"
          + " and the filters of that page only.";

  private Cursor() {}

  /**
   * The text that leads on behind the place.
   *
   * @throws IllegalArgumentException if it would be longer than what is read, as that of no row is
   */
  public static <F extends Enum<F> & SortField<?>> String of(
      ListScope scope, List<Order<F>> order, Position place) {
    byte[] payload = payload(place);
    ByteBuffer bytes = ByteBuffer.allocate(1 + Integer.BYTES + payload.length);
    bytes.put(VERSION).putInt(checksum(scope, order, payload)).put(payload);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("A place has " + payload.length + " bytes, too many.");
    }
    return text;
  }

  /**
   * The place that the text leads to.
   *
   * @throws InvalidInput if it was altered, or made for another list or order, or by another
   *     version
   */
  public static <F extends Enum<F> & SortField<?>> Position read(
      String text, ListScope scope, List<Order<F>> order) {
    if (text.length() <= MAX_LENGTH) {
      try {
        Position place = place(Base64.getUrlDecoder().decode(text), order);
        if (of(scope, order, place).equals(text)) {
          return place;
        }
      } catch (BufferUnderflowException | IllegalArgumentException e) {
        // These bytes are no place, which needs no other words.
      }
    }
    throw new InvalidInput(OTHER);
  }

  private static <F extends Enum<F> & SortField<?>> Position place(
      byte[] bytes, List<Order<F>> order) {
    ByteBuffer in = ByteBuffer.wrap(bytes).position(1 + Integer.BYTES);
    List<FieldValue> values = new ArrayList<>();
    for (Order<F> by : order) {
      values.add(
          by.field().isTime()
              ? new FieldValue.Time(Instant.ofEpochMilli(in.getLong()))
              : new FieldValue.Text(text(in)));
    }
    return new Position(values);
  }

  private static String text(ByteBuffer in) {
    byte[] text = new byte[Short.toUnsignedInt(in.getShort())];
    in.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private static byte[] payload(Position place) {
    List<byte[]> values = place.values().stream().map(Cursor::bytes).toList();
    ByteBuffer bytes = ByteBuffer.allocate(values.stream().mapToInt(value -> value.length).sum());
    values.forEach(bytes::put);
    return bytes.array();
  }

  private static byte[] bytes(FieldValue value) {
    if (value instanceof FieldValue.Time time) {
      return ByteBuffer.allocate(Long.BYTES).putLong(time.value().toEpochMilli()).array();
    }
    byte[] text = ((FieldValue.Text) value).value().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Short.BYTES + text.length)
        .putShort((short) text.length)
        .put(text)
        .array();
  }

  private static int checksum(
      ListScope scope, List<? extends Order<? extends SortField<?>>> order, byte[] payload) {
    int sum = crc32(crc32(0, new byte[] {VERSION, NameKey.VERSION}), payload);
    for (Order<? extends SortField<?>> by : order) {
      sum = crc32(sum, (by.descending() ? "-" : "+") + by.field().term());
    }
    return crc32(sum, scope.text());
  }

  private static int crc32(int before, String text) {
    return crc32(before, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The CRC-32 of ISO 3309, from that of the bytes before on. Made here, because {@code
   * java.util.zip} is no package that the domain may use.
   */
  private static int crc32(int before, byte[] bytes) {
    int sum = ~before;
    for (byte one : bytes) {
      sum ^= Byte.toUnsignedInt(one);
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        sum = (sum >>> 1) ^ (0xEDB88320 & -(sum & 1));
      }
    }
    return ~sum;
  }
}
