package io.kpigroups.bootstrap.service.faults;

import io.kpigroups.bootstrap.service.ledger.DatabaseProcess;
import io.kpigroups.bootstrap.service.ledger.EmbeddedFiles;
import io.kpigroups.bootstrap.service.ledger.Store;
import java.nio.file.Path;

/** The stores of our own. */
enum StoreKind {
  EMBEDDED,
  MONGO;

  /** One that is empty. */
  Store open(Path folder) throws Exception {
    if (this == EMBEDDED) {
      return new EmbeddedFiles(folder);
    }
    DatabaseProcess database = DatabaseProcess.stopped();
    database.start();
    return database;
  }
}
