package org.acme.kpigroups.api;

/** The groups of the caller's account, as a store keeps them. */
public interface Groups {
  PageView<GroupView> list(ListQuery query);

  GroupView get(String id);

  GroupView create(String name);

  GroupView rename(String id, String name);

  void delete(String id);

  void addFavorite(String id);

  void removeFavorite(String id);
}
