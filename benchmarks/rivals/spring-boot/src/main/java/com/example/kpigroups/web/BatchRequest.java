package com.example.kpigroups.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;

record BatchRequest(
    @Size(max = 1000) Set<@NotBlank String> add, @Size(max = 1000) Set<@NotBlank String> remove) {

  BatchRequest {
    add = add == null ? Set.of() : add;
    remove = remove == null ? Set.of() : remove;
  }
}
