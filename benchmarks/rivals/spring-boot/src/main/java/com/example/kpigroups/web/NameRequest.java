package com.example.kpigroups.web;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

record NameRequest(@NotEmpty @Size(max = 255) String name) {

  NameRequest {
    name = name == null ? null : name.strip();
  }
}
