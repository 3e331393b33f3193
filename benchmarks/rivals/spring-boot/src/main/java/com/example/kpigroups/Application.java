package com.example.kpigroups;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Application {

  public static void main(String[] args) {
    var application = new SpringApplication(Application.class);
    application.setAdditionalProfiles(System.getenv("MONGODB") == null ? "sqlite" : "mongodb");
    application.run(args);
  }
}
