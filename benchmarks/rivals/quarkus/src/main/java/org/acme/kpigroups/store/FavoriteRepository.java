package org.acme.kpigroups.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class FavoriteRepository implements PanacheRepositoryBase<Favorite, Favorite.Key> {}
