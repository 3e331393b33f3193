package com.example.kpigroups.mongo;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

@Document("favorites")
@CompoundIndex(def = "{'accountId': 1, 'userId': 1, 'groupId': 1}", unique = true)
record FavoriteDocument(@Id String id, String accountId, String userId, @Indexed String groupId) {}
