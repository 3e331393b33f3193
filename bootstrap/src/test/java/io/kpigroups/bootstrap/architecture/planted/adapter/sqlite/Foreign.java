package io.kpigroups.bootstrap.architecture.planted.adapter.sqlite;

import com.mongodb.ConnectionString;
import io.quarkus.mongodb.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import io.vertx.core.Vertx;
import jakarta.ws.rs.core.MediaType;
import org.bson.Document;
import org.jboss.resteasy.reactive.RestResponse;
import org.jose4j.jwt.JwtClaims;

record Foreign(
    ConnectionString connection,
    PanacheQuery<String> query,
    Sort sort,
    Vertx vertx,
    MediaType type,
    Document document,
    RestResponse<String> response,
    JwtClaims claims) {}
