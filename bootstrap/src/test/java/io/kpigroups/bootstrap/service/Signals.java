package io.kpigroups.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

/** Sends signals to processes, where there are such. */
final class Signals {
  private Signals() {}

  /** Sends a signal by its name, such as {@code STOP}, and returns when it was sent. */
  static void send(String name, long pid) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start();
    assertThat(kill.waitFor()).isZero();
  }
}
