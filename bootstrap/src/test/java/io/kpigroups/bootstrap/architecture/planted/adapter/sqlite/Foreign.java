package io.kpigroups.bootstrap.architecture.planted.adapter.sqlite;

import com.github.benmanes.caffeine.cache.Cache;
import com.mongodb.ConnectionString;
import io.github.bucket4j.Bucket;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.quarkus.mongodb.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.ws.rs.core.MediaType;
import org.bson.Document;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
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
    JwtClaims claims,
    QuarkusRestClientBuilder quarkusClient,
    RestClientBuilder client,
    CircuitBreaker circuitBreaker,
    Uni<String> uni,
    Bucket bucket,
    Cache<String, String> cache) {}
