package io.kpigroups.adapter.mongo.support;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;

/**
 * The server in this process, which answers with documents as they were when it found and sorted
 * them, as MongoDB does. By itself it would send what has become of them until they are written.
 */
final class SnapshotBackend extends MemoryBackend {
  @Override
  public synchronized Document handleMessage(MongoMessage message) {
    return super.handleMessage(message).cloneDeeply();
  }
}
