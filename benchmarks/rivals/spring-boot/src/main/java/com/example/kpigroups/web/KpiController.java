package com.example.kpigroups.web;

import com.example.kpigroups.BatchResult;
import com.example.kpigroups.Caller;
import com.example.kpigroups.Kpi;
import com.example.kpigroups.KpiRepository;
import com.example.kpigroups.Member;
import com.example.kpigroups.MemberRepository;
import com.example.kpigroups.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/kpis")
class KpiController {

  private final KpiRepository kpis;
  private final MemberRepository members;

  KpiController(KpiRepository kpis, MemberRepository members) {
    this.kpis = kpis;
    this.members = members;
  }

  @PutMapping("/{kpiId}")
  ResponseEntity<Kpi> save(
      Caller caller, @PathVariable String kpiId, @Valid @RequestBody NameRequest body) {
    boolean created = kpis.save(caller.accountId(), kpiId, body.name());
    return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
        .body(new Kpi(kpiId, body.name(), List.of()));
  }

  @PutMapping("/{kpiId}/groups/{id}")
  void addMember(Caller caller, @PathVariable String kpiId, @PathVariable String id) {
    members.add(caller, id, kpiId);
  }

  @DeleteMapping("/{kpiId}/groups/{id}")
  void removeMember(Caller caller, @PathVariable String kpiId, @PathVariable String id) {
    members.remove(caller, id, kpiId);
  }

  @GetMapping("/groups/{id}/kpis")
  Page<Member> listMembers(
      Caller caller,
      @PathVariable String id,
      @RequestParam(defaultValue = "1000") @Min(1) @Max(1000) int limit) {
    return members.list(caller, id, limit);
  }

  @PostMapping("/groups/{id}/kpis/batch")
  BatchResult changeMembers(
      Caller caller, @PathVariable String id, @Valid @RequestBody BatchRequest body) {
    return members.change(caller, id, body.add(), body.remove());
  }
}
