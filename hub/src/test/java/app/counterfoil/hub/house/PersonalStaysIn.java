package app.counterfoil.hub.house;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * What is about a person does not print itself, and enters no exception, no event and no log, is handed to no serializer
 * but that of sealed records, and becomes no part of a metric or an address.
 */
final class PersonalStaysIn {

    private static final String REDIRECT = "org.springframework.web.servlet.mvc.support.RedirectAttributes";

    /** The types whose methods let out what they are given, each with where to. */
    private static final Map<String, String> WAYS_OUT = Map.ofEntries(
            Map.entry("org.slf4j.Logger", "the log"),
            Map.entry("org.slf4j.spi.LoggingEventBuilder", "the log"),
            Map.entry("tools.jackson.databind.ObjectMapper", "a serializer"),
            Map.entry("tools.jackson.databind.ObjectWriter", "a serializer"),
            Map.entry("java.io.ObjectOutput", "a serializer"),
            Map.entry("java.net.URLEncoder", "an address"),
            Map.entry("java.net.URI", "an address"),
            Map.entry("org.springframework.web.util.UriBuilder", "an address"),
            Map.entry("org.springframework.web.util.UriComponentsBuilder", "an address"),
            Map.entry("org.springframework.web.util.UriUtils", "an address"),
            Map.entry(REDIRECT, "an address"));

    private final Sources sources;
    private final PersonalTypes personal;
    private final List<String> found = new ArrayList<>();

    private PersonalStaysIn(Sources sources) {
        this.sources = sources;
        this.personal = new PersonalTypes(sources);
    }

    static List<String> violations(Sources sources) {
        var rule = new PersonalStaysIn(sources);
        rule.personal.all().forEach(rule::printsNothing);
        sources.units().forEach(unit -> new Places(rule, unit).scan(unit.tree(), null));
        rule.found.sort(null);
        return rule.found;
    }

    /** What a record prints by itself are its values. */
    private void printsNothing(TypeElement type) {
        var printing = sources.trees().getTree(type).getMembers().stream()
                .filter(member -> member instanceof MethodTree method
                        && method.getName().contentEquals("toString")
                        && method.getParameters().isEmpty())
                .findFirst();
        if (type.getKind() == ElementKind.RECORD && printing.isEmpty()) {
            found.add(type + " prints the person it holds: give it a toString that does not");
        }
        printing.filter(method -> personal.isContent(type) && !onlyWords((MethodTree) method))
                .ifPresent(method -> found.add(type + " is the content of a sealed record: its toString is one text"));
    }

    private static boolean onlyWords(MethodTree method) {
        var statements = method.getBody().getStatements();
        return statements.size() == 1 && statements.get(0).toString().matches("return \"[^\"]*\";");
    }

    /** Where the arguments of such a call go to, if that is out of our hands. */
    private Optional<String> wayOut(TypeMirror receiver, String method) {
        if (receiver == null || receiver.getKind() != TypeKind.DECLARED) {
            return Optional.empty();
        }
        if (receiver.toString().startsWith("io.micrometer.")) {
            return Optional.of("a metric");
        }
        // Flash attributes stay in the session; the others of a redirect are written into its address.
        if (isA(receiver, REDIRECT) && method.matches("addFlashAttribute|getFlashAttributes")) {
            return Optional.empty();
        }
        return WAYS_OUT.entrySet().stream()
                .filter(way -> isA(receiver, way.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private TypeMirror typeOf(TreePath path) {
        return sources.trees().getTypeMirror(path);
    }

    private boolean isA(TypeMirror type, String name) {
        if (!(type instanceof DeclaredType declared) || !(declared.asElement() instanceof TypeElement element)) {
            return false;
        }
        return element.getQualifiedName().contentEquals(name)
                || isA(element.getSuperclass(), name)
                || element.getInterfaces().stream().anyMatch(each -> isA(each, name));
    }

    /** The places at which something could leave. */
    private static final class Places extends TreePathScanner<Void, Void> {

        private final PersonalStaysIn rule;
        private final Sources.Unit unit;

        Places(PersonalStaysIn rule, Sources.Unit unit) {
            this.rule = rule;
            this.unit = unit;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (element() instanceof TypeElement element && rule.isA(element.asType(), "java.lang.Throwable")) {
                element.getEnclosedElements().stream()
                        .flatMap(Places::handedTo)
                        .filter(each -> rule.personal.carries(each.asType()))
                        .forEach(each -> tell(type, "the exception " + element + " takes " + each.asType()));
            }
            return super.visitClass(type, null);
        }

        private static java.util.stream.Stream<? extends Element> handedTo(Element member) {
            return member instanceof ExecutableElement method && method.getKind() == ElementKind.CONSTRUCTOR
                    ? method.getParameters().stream()
                    : java.util.stream.Stream.of(member).filter(each -> each.getKind() == ElementKind.FIELD);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (element() instanceof ExecutableElement executable
                    && executable.getAnnotationMirrors().toString().matches(".*(EventListener|ModuleListener).*")) {
                executable.getParameters().forEach(parameter -> event(method, parameter.asType()));
            }
            return super.visitMethod(method, null);
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            if (rule.isA(rule.typeOf(getCurrentPath()), "org.springframework.web.servlet.view.RedirectView")) {
                made.getArguments().forEach(argument -> leaves(argument, "an address"));
            }
            if (rule.isA(rule.typeOf(getCurrentPath()), "java.lang.Throwable")) {
                made.getArguments().forEach(argument -> leaves(argument, "an exception"));
            }
            return super.visitNewClass(made, null);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (call.getMethodSelect() instanceof MemberSelectTree select) {
                var receiver =
                        rule.typeOf(new TreePath(new TreePath(getCurrentPath(), select), select.getExpression()));
                rule.wayOut(receiver, select.getIdentifier().toString())
                        .ifPresent(way -> call.getArguments().forEach(argument -> leaves(argument, way)));
                if (select.getIdentifier().contentEquals("publishEvent")) {
                    call.getArguments()
                            .forEach(
                                    argument -> event(argument, rule.typeOf(new TreePath(getCurrentPath(), argument))));
                }
            }
            return super.visitMethodInvocation(call, null);
        }

        @Override
        public Void visitBinary(BinaryTree text, Void nothing) {
            if (text.toString().startsWith("\"redirect:")) {
                leaves(text, "an address");
                return null;
            }
            return super.visitBinary(text, null);
        }

        private void event(Tree where, TypeMirror type) {
            if (rule.personal.carries(type)) {
                tell(where, "the event " + type + " tells of a person");
            } else if (type instanceof DeclaredType declared) {
                declared.asElement().getEnclosedElements().stream()
                        .filter(member -> member.getKind() == ElementKind.FIELD)
                        .filter(field -> rule.personal.carries(field.asType()))
                        .forEach(field -> tell(where, "the event " + type + " tells of a person: " + field));
            }
        }

        private void leaves(ExpressionTree argument, String through) {
            new Leaving(rule, () -> tell(argument, argument + " would enter " + through))
                    .scan(new TreePath(getCurrentPath(), argument), null);
        }

        private Element element() {
            return rule.sources.trees().getElement(getCurrentPath());
        }

        private void tell(Tree where, String what) {
            var position = rule.sources.trees().getSourcePositions().getStartPosition(unit.tree(), where);
            rule.found.add(unit.at(position) + " " + what);
        }
    }

    /** Looks in an expression for a value about a person that ends up in its result; whether there is one, it may ask. */
    private static final class Leaving extends TreePathScanner<Void, Void> {

        private final PersonalStaysIn rule;
        private final Runnable leaves;
        private boolean told;

        Leaving(PersonalStaysIn rule, Runnable leaves) {
            this.rule = rule;
            this.leaves = leaves;
        }

        @Override
        public Void scan(TreePath path, Void nothing) {
            var type = rule.typeOf(path);
            if (type != null && rule.personal.carries(type)) {
                tell();
            }
            return super.scan(path, null);
        }

        @Override
        public Void visitConditionalExpression(ConditionalExpressionTree either, Void nothing) {
            scan(either.getTrueExpression(), null);
            return scan(either.getFalseExpression(), null);
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree lambda, Void nothing) {
            return null;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            var result = rule.typeOf(getCurrentPath());
            return result != null && result.getKind().isPrimitive() ? null : super.visitMethodInvocation(call, null);
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree select, Void nothing) {
            var receiver = rule.typeOf(new TreePath(getCurrentPath(), select.getExpression()));
            if (receiver != null && rule.personal.shows(receiver)) {
                tell();
            }
            // Somebody's number may leave an object that has the person in it too.
            return select.getExpression() instanceof IdentifierTree ? null : super.visitMemberSelect(select, null);
        }

        @Override
        public Void visitIdentifier(IdentifierTree name, Void nothing) {
            var type = rule.typeOf(getCurrentPath());
            if (type != null && rule.personal.carries(type)) {
                tell();
            }
            return null;
        }

        private void tell() {
            if (!told) {
                told = true;
                leaves.run();
            }
        }
    }
}
