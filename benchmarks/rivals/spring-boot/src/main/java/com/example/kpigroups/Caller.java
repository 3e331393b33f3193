package com.example.kpigroups;

/** The user of the token, in the account that the request names. */
public record Caller(String accountId, String userId) {}
