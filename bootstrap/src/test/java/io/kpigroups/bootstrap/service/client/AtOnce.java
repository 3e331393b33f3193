package io.kpigroups.bootstrap.service.client;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Has several callers ask at the same time. */
public final class AtOnce {
  private AtOnce() {}

  /** The answers to so many calls, each of which has its number. */
  public static List<Answer> answers(int calls, IntFunction<Answer> call) {
    ExecutorService threads = Executors.newFixedThreadPool(calls);
    try {
      List<CompletableFuture<Answer>> answers =
          IntStream.range(0, calls)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> call.apply(i), threads))
              .toList();
      return answers.stream().map(CompletableFuture::join).toList();
    } finally {
      threads.shutdown();
    }
  }
}
