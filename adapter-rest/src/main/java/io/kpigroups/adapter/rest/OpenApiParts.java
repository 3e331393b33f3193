package io.kpigroups.adapter.rest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.jspecify.annotations.Nullable;

/**
 * The parameters and header fields that several operations share, as the OpenAPI document has them.
 */
final class OpenApiParts {

  private static final String WHITE_SPACE =
      "\\t\\n\\u000B\\f\\r \\u0085\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000";

  private static final String CONTROLS = "\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029";
  private static final String SPACE = "[" + WHITE_SPACE + "]";
  private static final String SEEN = "[^" + CONTROLS + WHITE_SPACE + "]";

  /** A name: 1 to 255 characters, white space around it not counted, no control characters. */
  static final String NAME =
      "^" + SPACE + "*" + SEEN + "([^" + CONTROLS + "]{0,253}" + SEEN + ")?" + SPACE + "*$";

  /** What {@code If-Match} and {@code If-None-Match} hold (RFC 9110, section 13.1). */
  private static final String TAGS = "^([*]|(W/)?\"[!#-~]*\"( *, *(W/)?\"[!#-~]*\")*)$";

  /** Parameters by the name under which {@link OpenApiFacts} and the paths know them. */
  static final Map<String, Parameter> PARAMETERS =
      Map.of(
          "groupId",
              parameter(
                  "groupId",
                  In.PATH,
                  "The id of the group",
                  "65f0a1b2c3d4e5f60718293a",
                  text("^[0-9a-f]{24}$")),
          "kpiId",
              parameter(
                  "kpiId",
                  In.PATH,
                  "The id of the KPI; not the word groups",
                  "5be26318e5274a0007f17a01",
                  text("^(?!groups$)[A-Za-z0-9_-]{1,64}$")),
          "skip",
              parameter(
                  "skip",
                  In.QUERY,
                  "How many to leave out",
                  0,
                  number(0).maximum(new BigDecimal(Integer.MAX_VALUE))),
          "limit",
              parameter(
                  "limit",
                  In.QUERY,
                  "How many to answer at the most; lowered to the page maximum, 1,000 unless configured",
                  100,
                  number(1)),
          "take",
              parameter(
                  "take", In.QUERY, "Another name of limit; send one of them", null, number(1)),
          "sortGroups",
              parameter(
                  "sort",
                  In.QUERY,
                  "Comma-separated: name, dateCreated, dateUpdated, id; - in front reverses. name sorts without case and accents; id is always the last tie-break",
                  "name,-dateCreated",
                  text(
                      "^-?(name|dateCreated|dateUpdated|id)(,-?(name|dateCreated|dateUpdated|id))*$")),
          "sortKpis",
              parameter(
                  "sort",
                  In.QUERY,
                  "Comma-separated: name, id; - in front reverses",
                  "name",
                  text("^-?(name|id)(,-?(name|id))?$")),
          "If-Match",
              parameter(
                  "If-Match",
                  In.HEADER,
                  "Make the change only if what is there is as one of these entity tags says, or * for anything. Compares the revision, not the favorite mark",
                  null,
                  text(TAGS)),
          "If-None-Match",
              parameter(
                  "If-None-Match",
                  In.HEADER,
                  "A GET answers 304 if what is there is as one of these entity tags says, a change is refused; * is anything, so that a KPI is only entered",
                  null,
                  text(TAGS)));

  /** Header fields of answers by name. */
  static final Map<String, Header> HEADERS =
      Map.of(
          "ETag",
              header(
                  "The revision of the group or KPI, and the caller's favorite mark; 0 for a KPI",
                  "\"1-0\""),
          "Cache-Control", header("How it may be cached", "private, no-cache"),
          "Vary", header("What the answer depends on", "Authorization, gtmhub-accountId"),
          "Location",
              header("Where the new group is", "/api/v1/kpis/groups/65f0a1b2c3d4e5f60718293a"),
          "Link",
              header(
                  "The first, previous and next page (RFC 8288)",
                  "</api/v1/kpis/groups?skip=100&limit=100>; rel=\"next\""),
          "WWW-Authenticate", header("How to authenticate (RFC 6750)", "Bearer"),
          "Retry-After", header("Seconds to wait before another try", "1"));

  private OpenApiParts() {}

  private static Parameter parameter(
      String name, In in, String description, @Nullable Object example, Schema schema) {
    Parameter parameter =
        OASFactory.createParameter().name(name).in(in).description(description).schema(schema);
    if (example != null) {
      parameter.example(example);
    }
    return in == In.PATH ? parameter.required(true) : parameter;
  }

  private static Header header(String description, String example) {
    return OASFactory.createHeader().description(description).schema(text(null)).example(example);
  }

  private static Schema text(@Nullable String pattern) {
    Schema schema = OASFactory.createSchema().type(List.of(SchemaType.STRING));
    return pattern == null ? schema : schema.pattern(pattern);
  }

  private static Schema number(int minimum) {
    return OASFactory.createSchema()
        .type(List.of(SchemaType.INTEGER))
        .minimum(BigDecimal.valueOf(minimum));
  }
}
