package io.kpigroups.bootstrap.service.api;

import io.kpigroups.bootstrap.service.client.Client;
import io.kpigroups.bootstrap.service.client.Service;
import io.kpigroups.bootstrap.service.client.User;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tests of a service that runs, whichever it is, each in accounts of its own. */
@Execution(ExecutionMode.CONCURRENT)
public interface ServiceSuite {

  /** The service that is called. */
  Service service();

  /** Somebody who may do everything in an account that nobody else uses. */
  default User newUser() {
    return service().newUser();
  }

  /** Whoever comes with this token, in this account. */
  default User withToken(String token, String account) {
    return service().user(Client.withToken(token, account));
  }
}
