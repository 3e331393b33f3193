package io.kpigroups.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static io.kpigroups.bootstrap.architecture.Conditions.condition;
import static io.kpigroups.bootstrap.architecture.Conditions.has;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a port must be like. */
final class Ports {
  private Ports() {}

  static ArchCondition<JavaClass> showOnly(String... packages) {
    DescribedPredicate<JavaClass> allowed = resideInAnyPackage(packages);
    return condition(
        "show only types of " + List.of(packages),
        type ->
            type.getMembers().stream()
                .filter(member -> !has(member, JavaModifier.PRIVATE))
                .filter(member -> !has(member, JavaModifier.SYNTHETIC))
                .flatMap(
                    member ->
                        shownBy(member)
                            .map(JavaClass::getBaseComponentType)
                            .filter(shown -> !shown.isPrimitive() && !allowed.test(shown))
                            .map(shown -> member.getFullName() + " shows " + shown.getName()))
                .toList());
  }

  private static Stream<JavaClass> shownBy(JavaMember member) {
    return Stream.concat(
        member.getAllInvolvedRawTypes().stream(),
        member instanceof JavaCodeUnit unit ? unit.getExceptionTypes().stream() : Stream.empty());
  }

  static ArchCondition<JavaClass> answerNeitherBooleanNorNull() {
    return condition(
        "answer neither a boolean nor null",
        type ->
            type.getMethods().stream()
                .filter(method -> type.isInterface())
                .flatMap(
                    method ->
                        badAnswers(method).map(bad -> method.getFullName() + " answers " + bad))
                .toList());
  }

  private static Stream<String> badAnswers(JavaMethod method) {
    boolean isBoolean =
        Set.of("boolean", "java.lang.Boolean").contains(method.getRawReturnType().getName());
    boolean isNullable =
        method.reflect().getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
    return Stream.of(isBoolean ? "a boolean" : "", isNullable ? "null" : "")
        .filter(bad -> !bad.isEmpty());
  }

  /** Every method has a parameter of one of these types. */
  static ArchCondition<JavaClass> take(String... types) {
    return condition(
        "take one of " + List.of(types),
        type ->
            type.getMethods().stream()
                .filter(method -> !has(method, JavaModifier.PRIVATE))
                .filter(method -> !has(method, JavaModifier.SYNTHETIC))
                .filter(
                    method ->
                        method.getRawParameterTypes().stream()
                            .noneMatch(parameter -> List.of(types).contains(parameter.getName())))
                .map(method -> method.getFullName() + " does not say until when")
                .toList());
  }

  /** An interface or an enum; what is nested in it may be a record too. */
  static ArchCondition<JavaClass> beInterfacesOrTheirValues() {
    return condition(
        "be interfaces, enums, or values nested in them",
        type ->
            type.isInterface() || type.isEnum() || (type.isRecord() && type.isNestedClass())
                ? List.of()
                : List.of(type.getName() + " is neither a port nor a value nested in one"));
  }
}
