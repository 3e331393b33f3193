package io.kpigroups.bootstrap.architecture.planted.domain;

class Changeable {
  int count;
}
