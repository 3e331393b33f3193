package io.kpigroups.benchmarks.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Stacks merged from their outermost frames on, to see how much each frame has. */
final class StackTree {
  private final List<StackSample> samples;
  private final Node root = new Node();

  StackTree(List<StackSample> samples) {
    this.samples = samples;
    for (StackSample sample : samples) {
      Node node = root;
      node.weight += sample.weight();
      for (String frame : sample.frames()) {
        node = node.children.computeIfAbsent(frame, name -> new Node());
        node.weight += sample.weight();
      }
    }
  }

  private static final class Node {
    private final Map<String, Node> children = new HashMap<>();
    private long weight;
  }

  /** The samples without those frames, and what they call, that have less than a percentage. */
  List<StackSample> withoutFramesBelow(double percent) {
    double least = root.weight * percent / 100;
    List<StackSample> cut = new ArrayList<>();
    for (StackSample sample : samples) {
      int depth = 0;
      Node node = root;
      for (String frame : sample.frames()) {
        node = Objects.requireNonNull(node.children.get(frame));
        if (node.weight < least) {
          break;
        }
        depth++;
      }
      if (depth > 0) {
        cut.add(new StackSample(sample.frames().subList(0, depth), sample.weight()));
      }
    }
    return cut;
  }
}
