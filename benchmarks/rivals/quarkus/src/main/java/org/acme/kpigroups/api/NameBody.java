package org.acme.kpigroups.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

public record NameBody(@NotBlank @Size(max = 255) String name) {
  public NameBody {
    name = name == null ? null : name.strip();
  }
}
