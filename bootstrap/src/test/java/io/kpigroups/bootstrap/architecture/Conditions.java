package io.kpigroups.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ClassesTransformer;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What ArchUnit has no words for. */
final class Conditions {
  private static final List<String> INJECTION =
      List.of(
          "jakarta.inject.Inject",
          "jakarta.annotation.Resource",
          "jakarta.ws.rs.core.Context",
          "org.eclipse.microprofile.config.inject.ConfigProperty");

  private Conditions() {}

  /** A package-info is a class to ArchUnit. */
  static DescribedPredicate<JavaClass> types() {
    return describe("are types", type -> !type.getSimpleName().equals("package-info"));
  }

  /** One of these types, or nested in one. */
  static DescribedPredicate<JavaClass> within(String... names) {
    return describe(
        "are within " + List.of(names),
        type -> List.of(names).contains(type.getName().replaceFirst("\\$.*", "")));
  }

  /** None of these types; what is nested in one has a name of its own here. */
  static DescribedPredicate<JavaClass> notWithin(String... names) {
    return describe(
        "are none of " + List.of(names), type -> !List.of(names).contains(type.getName()));
  }

  /** Has none of these made, neither by a constructor nor by a static method. */
  static ArchCondition<JavaClass> notMake(String... names) {
    return condition(
        "not make " + List.of(names),
        type ->
            type.getAccessesFromSelf().stream()
                .filter(access -> List.of(names).contains(access.getTargetOwner().getName()))
                .filter(
                    access ->
                        access.getTarget().resolveMember().filter(Conditions::makes).isPresent())
                .map(JavaAccess::getDescription)
                .toList());
  }

  private static boolean makes(JavaMember member) {
    return member instanceof JavaConstructor
        || (member instanceof JavaMethod && has(member, JavaModifier.STATIC));
  }

  /** No call of, no reference to, and no look at a member whose full name matches. */
  static ArchCondition<JavaClass> notUse(Pattern members) {
    return condition(
        "not use " + members,
        type ->
            type.getAccessesFromSelf().stream()
                .filter(access -> members.matcher(access.getTarget().getFullName()).matches())
                .map(JavaAccess::getDescription)
                .toList());
  }

  static ArchCondition<JavaClass> beClosedAndFinal() {
    return condition(
        "be closed, with final fields only",
        type ->
            Stream.concat(
                    type.getFields().stream()
                        .filter(field -> !has(field, JavaModifier.FINAL))
                        .map(JavaField::getFullName)
                        .map(name -> name + " is not final"),
                    isClosed(type)
                        ? Stream.empty()
                        : Stream.of(type.getName() + " is open to subtypes"))
                .toList());
  }

  private static boolean isClosed(JavaClass type) {
    return type.isRecord()
        || type.isEnum()
        || type.isAnonymousClass()
        || type.getModifiers().contains(JavaModifier.FINAL)
        || type.reflect().isSealed();
  }

  static ArchCondition<JavaPackage> beNullMarked() {
    return condition(
        "be @NullMarked",
        room ->
            room.isAnnotatedWith(NullMarked.class)
                ? List.of()
                : List.of(room.getName() + " is not @NullMarked"));
  }

  /** The packages below the root that have classes of their own. */
  static ClassesTransformer<JavaPackage> packagesBelow(String root) {
    return new AbstractClassesTransformer<>("packages") {
      @Override
      public Iterable<JavaPackage> doTransform(JavaClasses classes) {
        return classes.getPackage(root).getSubpackagesInTree().stream()
            .filter(found -> !found.getClasses().isEmpty())
            .toList();
      }
    };
  }

  /** The rooms, each with the types in it. */
  static ClassesTransformer<Map.Entry<String, JavaClasses>> contentsOf(String... rooms) {
    return new AbstractClassesTransformer<>("rooms") {
      @Override
      public Iterable<Map.Entry<String, JavaClasses>> doTransform(JavaClasses classes) {
        return Stream.of(rooms)
            .map(room -> Map.entry(room, classes.that(types().and(resideInAPackage(room)))))
            .toList();
      }
    };
  }

  static ArchCondition<Map.Entry<String, JavaClasses>> notBeEmpty() {
    return condition(
        "not be empty",
        room -> room.getValue().isEmpty() ? List.of(room.getKey() + " has no types") : List.of());
  }

  /** A package-info counts too: it is a file like the others. */
  static ArchCondition<JavaPackage> haveAtMostTypes(int most) {
    return condition(
        "have at most " + most + " files",
        room -> {
          long files =
              room.getClasses().stream()
                  .filter(type -> type.isTopLevelClass() && !type.isArray())
                  .count();
          return files <= most ? List.of() : List.of(room.getName() + " has " + files + " files");
        });
  }

  /** Annotated for injection, or with a qualifier, which is enough for Quarkus. */
  static ArchCondition<JavaField> notBeInjected() {
    return condition(
        "not be injected",
        field ->
            INJECTION.stream().anyMatch(field::isAnnotatedWith)
                    || field.isMetaAnnotatedWith("jakarta.inject.Qualifier")
                ? List.of(field.getFullName() + " is injected")
                : List.of());
  }

  static boolean has(JavaMember member, JavaModifier modifier) {
    return member.getModifiers().contains(modifier);
  }

  /** A condition that answers, for each thing, a line for each of its violations. */
  static <T> ArchCondition<T> condition(
      String description, Function<T, Collection<String>> violations) {
    return new ArchCondition<>(description) {
      @Override
      public void check(T item, ConditionEvents events) {
        violations
            .apply(item)
            .forEach(message -> events.add(SimpleConditionEvent.violated(item, message)));
      }
    };
  }
}
