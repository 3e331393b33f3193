package com.example.kpigroups;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

public class NotFoundException extends ResponseStatusException {

  public NotFoundException(String message) {
    super(HttpStatus.NOT_FOUND, message);
  }

  public static NotFoundException group(String id) {
    return new NotFoundException("There is no group " + id);
  }
}
