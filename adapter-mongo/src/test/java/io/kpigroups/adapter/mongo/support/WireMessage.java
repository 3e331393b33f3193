package io.kpigroups.adapter.mongo.support;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/**
 * A message of the wire protocol, as far as it must be understood to put another in its place.
 *
 * @param bytes all of it, its header too
 */
public record WireMessage(byte[] bytes) {
  private static final int HEADER = 16;
  private static final int OP_MSG = 2013;

  /** Behind the header, the flags, and the kind of the first section. */
  private static final int BODY = HEADER + 4 + 1;

  /** The next message; empty at the end of the stream. */
  public static Optional<WireMessage> read(InputStream in) throws IOException {
    byte[] length = new byte[4];
    DataInputStream data = new DataInputStream(in);
    try {
      data.readFully(length);
      byte[] all =
          Arrays.copyOf(length, ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt());
      data.readFully(all, 4, all.length - 4);
      return Optional.of(new WireMessage(all));
    } catch (EOFException e) {
      return Optional.empty();
    }
  }

  /** The answer to this message with this document. */
  WireMessage answer(BsonDocument document) {
    RawBsonDocument raw = new RawBsonDocument(document, new BsonDocumentCodec());
    ByteBuffer body = raw.getByteBuffer().asNIO();
    ByteBuffer answer = ByteBuffer.allocate(BODY + body.remaining()).order(ByteOrder.LITTLE_ENDIAN);
    answer.putInt(answer.capacity()).putInt(0).putInt(id()).putInt(OP_MSG).putInt(0).put((byte) 0);
    return new WireMessage(answer.put(body).array());
  }

  /** The same message as another one, so that its answer can be told from that to the first. */
  WireMessage again() {
    byte[] copy = bytes.clone();
    ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN).putInt(4, ~id());
    return new WireMessage(copy);
  }

  public int id() {
    return number(4);
  }

  public int responseTo() {
    return number(8);
  }

  /** The name of the command; empty for a message of another kind. */
  String command() {
    return number(12) == OP_MSG ? body().getFirstKey() : "";
  }

  private RawBsonDocument body() {
    return new RawBsonDocument(bytes, BODY, number(BODY));
  }

  private int number(int offset) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(offset);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WireMessage message && Arrays.equals(message.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
