package io.kpigroups.adapter.rest.edge.connection;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.annotations.RegisterResources;
import java.util.concurrent.Semaphore;

/**
 * Puts an {@link InboundLimitHandler} in front of all other handlers of each accepted connection.
 * Netty finds this class as a service, if the system property {@code io.netty.bootstrap.extensions}
 * is {@code serviceload}. No handler of Vert.x or Quarkus sees a request before its head is
 * complete.
 */
@RegisterForReflection
@RegisterResources(globs = "META-INF/services/io.netty.bootstrap.ChannelInitializerExtension")
public final class ConnectionGuard extends ChannelInitializerExtension {
  private static final int MOST_BYTES = 64 * 1024 * 1024;

  private final Semaphore memory = new Semaphore(bytes(Runtime.getRuntime().maxMemory()));

  /** Bytes that all connections together may hold, besides what each of them may have. */
  static int bytes(long heap) {
    return (int) Math.min(MOST_BYTES, heap / 4);
  }

  @Override
  public void postInitializeServerChildChannel(Channel channel) {
    channel.pipeline().addFirst(new InboundLimitHandler(memory));
  }
}
