package io.kpigroups.domain.query;

import io.kpigroups.domain.failure.InvalidInput;
import io.kpigroups.domain.value.FieldValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The text by which a client goes on behind a row: its place in the list, and a checksum that binds
 * it to the list and the order. It is no secret and no authorization: whoever reads a list is asked
 * who they are, and every instance reads every other's.
 *
 * <p>Its bytes, in base64url: the version, the checksum, and for each sort key the milliseconds of
 * a time, or the length and the UTF-8 of a text.
 */
public final class Cursor {
  private static final byte VERSION = 1;

  /** Longer than any that is made: three keys, and names of four bytes a character. */
  private static final int MAX_LENGTH = 8_192;

  private static final String OTHER =
      "This cursor is none of this list. A cursor comes from the Link header of a page, and works"
          + " unchanged with the account, the order (sort) and the filters of that page only.";

  private Cursor() {}

  /** The text that leads on behind the place. */
  public static <F extends Enum<F> & SortField<?>> String of(
      ListScope scope, List<Order<F>> order, Position place) {
    byte[] payload = payload(place);
    ByteBuffer bytes = ByteBuffer.allocate(1 + Integer.BYTES + payload.length);
    bytes.put(VERSION).putInt(checksum(scope, order, payload)).put(payload);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /**
   * The place that the text leads to.
   *
   * @throws InvalidInput if it was altered, or made for another list or order, or by another
   *     version
   */
  public static <F extends Enum<F> & SortField<?>> Position read(
      String text, ListScope scope, List<Order<F>> order) {
    if (text.length() > MAX_LENGTH) {
      throw new InvalidInput(OTHER);
    }
    try {
      Position place = place(Base64.getUrlDecoder().decode(text), order);
      if (of(scope, order, place).equals(text)) {
        return place;
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidInput(OTHER);
    }
    throw new InvalidInput(OTHER);
  }

  private static <F extends Enum<F> & SortField<?>> Position place(
      byte[] bytes, List<Order<F>> order) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    in.skipNBytes(1 + Integer.BYTES);
    List<FieldValue> values = new ArrayList<>();
    for (Order<F> by : order) {
      values.add(
          by.field().isTime()
              ? new FieldValue.Time(Instant.ofEpochMilli(in.readLong()))
              : new FieldValue.Text(
                  new String(in.readNBytes(in.readUnsignedShort()), StandardCharsets.UTF_8)));
    }
    return new Position(values);
  }

  private static byte[] payload(Position place) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      for (FieldValue value : place.values()) {
        if (value instanceof FieldValue.Time time) {
          out.writeLong(time.value().toEpochMilli());
        } else {
          byte[] text = ((FieldValue.Text) value).value().getBytes(StandardCharsets.UTF_8);
          out.writeShort(text.length);
          out.write(text);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static int checksum(
      ListScope scope, List<? extends Order<? extends SortField<?>>> order, byte[] payload) {
    CRC32 sum = new CRC32();
    sum.update(VERSION);
    sum.update(payload);
    for (Order<? extends SortField<?>> by : order) {
      sum.update(
          ((by.descending() ? "-" : "+") + by.field().term()).getBytes(StandardCharsets.UTF_8));
    }
    sum.update(scope.text().getBytes(StandardCharsets.UTF_8));
    return (int) sum.getValue();
  }
}
