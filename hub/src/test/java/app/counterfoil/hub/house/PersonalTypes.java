package app.counterfoil.hub.house;

import app.counterfoil.vault.Personal;
import app.counterfoil.vault.RecordKind;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Which types of the sources are about a person: the content of sealed records, and whatever has such a thing in it. */
final class PersonalTypes {

    private final Set<String> contents = new HashSet<>();
    private final Map<String, TypeElement> declared = new HashMap<>();
    private final Set<String> holders = new HashSet<>();

    PersonalTypes(Sources sources) {
        for (var unit : sources.units()) {
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitClass(ClassTree type, Void nothing) {
                    if (element(sources) instanceof TypeElement element) {
                        declared.put(nameOf(element), element);
                        element.getInterfaces().forEach(PersonalTypes.this::contentOf);
                    }
                    return super.visitClass(type, null);
                }

                @Override
                public Void visitVariable(VariableTree variable, Void nothing) {
                    var element = element(sources);
                    if (element != null) {
                        contentOf(element.asType());
                    }
                    return super.visitVariable(variable, null);
                }

                private Element element(Sources all) {
                    TreePath here = getCurrentPath();
                    return all.trees().getElement(here);
                }
            }.scan(unit.tree(), null);
        }
        // A type that holds a holder holds what that one holds.
        var grew = true;
        while (grew) {
            grew = declared.values().stream()
                            .filter(this::holds)
                            .map(PersonalTypes::nameOf)
                            .filter(holders::add)
                            .count()
                    > 0;
        }
    }

    Set<String> contents() {
        return Set.copyOf(contents);
    }

    /** The declared types that are a content or have one in them. */
    List<TypeElement> all() {
        return declared.values().stream()
                .filter(type -> contents.contains(nameOf(type)) || holders.contains(nameOf(type)))
                .toList();
    }

    boolean isContent(TypeElement type) {
        return contents.contains(nameOf(type));
    }

    /** Whether a value of the type is, or hands out like a list does, the content of a sealed record or a hidden value. */
    boolean shows(TypeMirror type) {
        return mentions(type, false);
    }

    /** Whether such a content is anywhere in a value of the type. */
    boolean carries(TypeMirror type) {
        return mentions(type, true);
    }

    private boolean holds(TypeElement type) {
        return type.getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.FIELD)
                .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                .anyMatch(field -> !isKind(field.asType()) && carriesSealed(field.asType()));
    }

    /** A hidden value hides itself: who holds it need not. */
    private boolean carriesSealed(TypeMirror type) {
        return !isHidden(type) && carries(type);
    }

    private boolean mentions(TypeMirror type, boolean holdersToo) {
        if (type instanceof ArrayType array) {
            return mentions(array.getComponentType(), holdersToo);
        }
        if (!(type instanceof DeclaredType declaredType) || isKind(type)) {
            return false;
        }
        var name = nameOf((TypeElement) declaredType.asElement());
        return contents.contains(name)
                || isHidden(type)
                || (holdersToo && holders.contains(name))
                || declaredType.getTypeArguments().stream().anyMatch(argument -> mentions(argument, holdersToo));
    }

    private void contentOf(TypeMirror type) {
        if (isKind(type)
                && type instanceof DeclaredType kind
                && kind.getTypeArguments().size() == 1
                && kind.getTypeArguments().get(0) instanceof DeclaredType content) {
            contents.add(nameOf((TypeElement) content.asElement()));
        }
    }

    private static boolean isHidden(TypeMirror type) {
        return named(type, Personal.class.getName());
    }

    private static boolean isKind(TypeMirror type) {
        return named(type, RecordKind.class.getName()) || named(type, "app.counterfoil.hub.custody.SealedJson");
    }

    private static boolean named(TypeMirror type, String name) {
        return type instanceof DeclaredType declaredType
                && nameOf((TypeElement) declaredType.asElement()).equals(name);
    }

    private static String nameOf(TypeElement type) {
        var name = type.getQualifiedName().toString();
        return name.isEmpty() ? type.toString() : name;
    }
}
