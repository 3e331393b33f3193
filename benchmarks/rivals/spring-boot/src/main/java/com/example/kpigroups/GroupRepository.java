package com.example.kpigroups;

import java.util.Optional;

/** Unknown groups are a {@link NotFoundException} where nothing else is said. */
public interface GroupRepository {

  Optional<Group> find(Caller caller, String id);

  Page<Group> list(Caller caller, GroupQuery query);

  Group create(Caller caller, String name);

  Group rename(Caller caller, String id, String name);

  void delete(Caller caller, String id);

  void addFavorite(Caller caller, String id);

  void removeFavorite(Caller caller, String id);
}
