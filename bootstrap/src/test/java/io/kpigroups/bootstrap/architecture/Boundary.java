package io.kpigroups.bootstrap.architecture;

import com.tngtech.archunit.lang.ArchRule;

/** One thing that the code of every module keeps to, and why. */
record Boundary(String name, ArchRule rule) {

  static Boundary of(String name, ArchRule rule, String because) {
    return new Boundary(name, rule.as(name).because(because));
  }

  @Override
  public String toString() {
    return name;
  }
}
