package com.example.kpigroups;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.bson.types.ObjectId;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The sort keys of the last row of a page. */
public record Cursor(String id, String name) {

  private static final int ID_LENGTH = 24;

  public static Cursor of(Group group) {
    return new Cursor(group.id(), group.name());
  }

  public static Cursor decode(String cursor) {
    try {
      String keys = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
      String id = new ObjectId(keys.substring(0, ID_LENGTH)).toHexString();
      return new Cursor(id, keys.substring(ID_LENGTH));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The cursor is not one of ours", e);
    }
  }

  public String encode() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString((id + name).getBytes(UTF_8));
  }
}
