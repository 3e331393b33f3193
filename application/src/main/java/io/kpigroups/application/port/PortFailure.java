package io.kpigroups.application.port;

import io.kpigroups.domain.failure.ExternalFailure;

/**
 * A failure of what is behind an out-port: stores throw it, in-ports pass it on. Its message is a
 * sentence for people.
 */
public abstract sealed class PortFailure extends ExternalFailure
    permits StorageUnavailable,
        OutcomeUnknown,
        Unsupported,
        AccessDenied,
        CredentialsRefused,
        GroupOrKpiNotFound,
        RateLimited,
        UpstreamFailure,
        UpstreamTooSlow {
  PortFailure(String message) {
    super(message);
  }

  PortFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
