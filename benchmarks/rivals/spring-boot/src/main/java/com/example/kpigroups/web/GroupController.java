package com.example.kpigroups.web;

import com.example.kpigroups.Caller;
import com.example.kpigroups.Cursor;
import com.example.kpigroups.Group;
import com.example.kpigroups.GroupQuery;
import com.example.kpigroups.GroupRepository;
import com.example.kpigroups.NotFoundException;
import com.example.kpigroups.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import org.springframework.http.HttpHeaders;
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
import org.springframework.web.util.UriComponentsBuilder;

@RestController
@RequestMapping(GroupController.PATH)
class GroupController {

  static final String PATH = "/api/v1/kpis/groups";

  private final GroupRepository groups;

  GroupController(GroupRepository groups) {
    this.groups = groups;
  }

  @GetMapping("/{id}")
  Group find(Caller caller, @PathVariable String id) {
    return groups.find(caller, id).orElseThrow(() -> NotFoundException.group(id));
  }

  @GetMapping
  ResponseEntity<Page<Group>> list(
      Caller caller,
      @RequestParam(defaultValue = "1000") @Min(1) @Max(1000) int limit,
      @RequestParam(defaultValue = "id") GroupQuery.Sort sort,
      @RequestParam(required = false) String q,
      @RequestParam(required = false) Boolean favorite,
      @RequestParam(required = false) String cursor,
      HttpServletRequest request) {
    Cursor after = cursor == null ? null : Cursor.decode(cursor);
    Page<Group> page = groups.list(caller, new GroupQuery(limit, sort, q, favorite, after));
    var response = ResponseEntity.ok();
    if (page.hasNext()) {
      Cursor last = Cursor.of(page.items().get(page.count() - 1));
      response.header(HttpHeaders.LINK, "<" + next(request, last) + ">; rel=\"next\"");
    }
    return response.body(page);
  }

  @PostMapping
  ResponseEntity<Group> create(Caller caller, @Valid @RequestBody NameRequest body) {
    Group group = groups.create(caller, body.name());
    return ResponseEntity.created(URI.create(PATH + "/" + group.id())).body(group);
  }

  @PatchMapping("/{id}")
  Group rename(Caller caller, @PathVariable String id, @Valid @RequestBody NameRequest body) {
    return groups.rename(caller, id, body.name());
  }

  @DeleteMapping("/{id}")
  void delete(Caller caller, @PathVariable String id) {
    groups.delete(caller, id);
  }

  @PutMapping("/{id}/favorite")
  void addFavorite(Caller caller, @PathVariable String id) {
    groups.addFavorite(caller, id);
  }

  @DeleteMapping("/{id}/favorite")
  void removeFavorite(Caller caller, @PathVariable String id) {
    groups.removeFavorite(caller, id);
  }

  private static String next(HttpServletRequest request, Cursor last) {
    return UriComponentsBuilder.fromPath(request.getRequestURI())
        .query(request.getQueryString())
        .replaceQueryParam("cursor", last.encode())
        .build()
        .toUriString();
  }
}
