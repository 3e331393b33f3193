package com.example.kpigroups.mongo;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

@Document("kpis")
@CompoundIndex(def = "{'accountId': 1, 'kpiId': 1}", unique = true)
record KpiDocument(@Id String id, String accountId, String kpiId, String name) {}
