package com.example.spring;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.service.UseCases;
import io.kpigroups.domain.group.KpiGroup;
import io.kpigroups.domain.group.KpiGroupId;
import io.kpigroups.domain.group.Member;
import io.kpigroups.domain.group.ViewedGroup;
import io.kpigroups.domain.kpi.KpiId;
import io.kpigroups.domain.query.GroupField;
import io.kpigroups.domain.query.ListQuery;
import io.kpigroups.domain.query.MemberField;
import io.kpigroups.domain.query.Page;
import io.kpigroups.domain.query.PageRange;
import io.kpigroups.domain.value.Name;
import io.kpigroups.domain.value.RevisionMatch;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The groups of the account of who asks. */
@RestController
@RequestMapping("/groups")
class GroupController {
  private final UseCases useCases;

  GroupController(UseCases useCases) {
    this.useCases = useCases;
  }

  /** What is sent of a group. */
  record GroupName(String name) {}

  /** What is answered of a group. */
  record Group(String id, String name, boolean favorite, String createdBy, Instant created) {
    static Group of(ViewedGroup viewed) {
      KpiGroup group = viewed.group();
      return new Group(
          group.id().value(),
          group.name().value(),
          viewed.favorite(),
          group.created().by().value(),
          group.created().at());
    }
  }

  /** A part of a list, and how many rows there are in all. */
  record Part<T>(List<T> items, long total, boolean hasNext) {
    static <T> Part<T> of(Page<T> page) {
      return new Part<>(page.items(), page.totalCount(), page.hasNext());
    }
  }

  @GetMapping
  Part<Group> list(
      Call call,
      @RequestParam(defaultValue = "0") int skip,
      @RequestParam(defaultValue = "50") int limit) {
    ListQuery<GroupField> query = ListQuery.groups(new PageRange(skip, limit));
    return Part.of(useCases.groups().list(call, query).map(Group::of));
  }

  @GetMapping("/{id}")
  Group get(Call call, @PathVariable String id) {
    return Group.of(useCases.groups().get(call, new KpiGroupId(id)));
  }

  @PostMapping
  ResponseEntity<Group> create(Call call, @RequestBody GroupName body) {
    Group group = Group.of(useCases.groups().create(call, new Name(body.name())));
    return ResponseEntity.created(URI.create("/groups/" + group.id())).body(group);
  }

  @PatchMapping("/{id}")
  Group rename(Call call, @PathVariable String id, @RequestBody GroupName body) {
    Name name = new Name(body.name());
    return Group.of(
        useCases.groups().rename(call, new KpiGroupId(id), name, RevisionMatch.unconditional()));
  }

  @DeleteMapping("/{id}")
  void delete(Call call, @PathVariable String id) {
    useCases.groups().delete(call, new KpiGroupId(id), RevisionMatch.unconditional());
  }

  @PutMapping("/{id}/favorite")
  void favorite(Call call, @PathVariable String id) {
    useCases.favorites().add(call, new KpiGroupId(id));
  }

  @DeleteMapping("/{id}/favorite")
  void unfavorite(Call call, @PathVariable String id) {
    useCases.favorites().remove(call, new KpiGroupId(id));
  }

  @GetMapping("/{id}/kpis")
  Part<String> kpis(
      Call call,
      @PathVariable String id,
      @RequestParam(defaultValue = "0") int skip,
      @RequestParam(defaultValue = "50") int limit) {
    ListQuery<MemberField> query = ListQuery.members(new PageRange(skip, limit));
    Page<Member> page = useCases.membership().list(call, new KpiGroupId(id), query);
    return Part.of(page.map(member -> member.kpi().value()));
  }

  @PutMapping("/{id}/kpis/{kpi}")
  void putIn(Call call, @PathVariable String id, @PathVariable String kpi) {
    useCases.membership().add(call, new KpiId(kpi), new KpiGroupId(id));
  }

  @DeleteMapping("/{id}/kpis/{kpi}")
  void takeOut(Call call, @PathVariable String id, @PathVariable String kpi) {
    useCases.membership().remove(call, new KpiId(kpi), new KpiGroupId(id));
  }
}
