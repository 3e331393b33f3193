package io.kpigroups.adapter.rest;

/**
 * How often the API may be called, brought as a bean by the embedding service.
 *
 * @param perToken most requests a minute with one token; 0 for any number
 * @param perAccount most requests a minute in one account; 0 for any number
 */
public record RateLimits(int perToken, int perAccount) {}
