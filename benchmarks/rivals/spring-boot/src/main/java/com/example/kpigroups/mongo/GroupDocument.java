package com.example.kpigroups.mongo;

import com.example.kpigroups.Group;
import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** With its members, so that a change of many is one of a single document, and atomic. */
@Document("groups")
@CompoundIndex(def = "{'accountId': 1, '_id': 1}")
@CompoundIndex(def = "{'accountId': 1, 'name': 1, '_id': 1}")
record GroupDocument(
    @Id String id,
    @Version Long version,
    String accountId,
    String name,
    String createdById,
    Instant dateCreated,
    String modifiedById,
    Instant dateUpdated,
    List<MemberEntry> members) {

  record MemberEntry(String kpiId, String addedById, Instant dateAdded) {}

  Group toGroup(boolean favorite) {
    return new Group(
        accountId, createdById, dateCreated, dateUpdated, favorite, id, modifiedById, name);
  }

  GroupDocument withMembers(List<MemberEntry> changed) {
    return new GroupDocument(
        id, version, accountId, name, createdById, dateCreated, modifiedById, dateUpdated, changed);
  }
}
