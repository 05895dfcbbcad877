package app.counterfoil.hub.house;

import app.counterfoil.hub.house.Sources.Unit;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** No file and no method is longer than somebody reads at a time; SQL and what is bound to it is read as one line. */
final class Lengths {

    private static final int FILE = 400;
    private static final int METHOD = 40;

    private Lengths() {}

    /** What is too long: of each file itself first, then its methods. */
    static List<String> violations(Sources sources) {
        var found = new ArrayList<String>();
        for (var unit : sources.units()) {
            var lines = text(unit).lines().count();
            if (lines > FILE) {
                found.add(unit.path() + " has " + lines + " lines; at most " + FILE);
            }
            new Methods(unit, sources.trees().getSourcePositions(), found).scan(unit.tree(), null);
        }
        return found;
    }

    private static String text(Unit unit) {
        try {
            return unit.tree().getSourceFile().getCharContent(true).toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class Methods extends TreePathScanner<Void, Void> {

        private final Unit unit;
        private final SourcePositions positions;
        private final List<String> found;

        Methods(Unit unit, SourcePositions positions, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            var start = positions.getStartPosition(unit.tree(), method);
            var end = end(method);
            if (start >= 0 && end > start) {
                // What stands in its annotations is no part of it, such as the table of cases of a test.
                var begin = Math.max(start, end(method.getModifiers()));
                var length = span(begin, end) + 1 - withinTexts(method);
                if (length > METHOD) {
                    found.add(unit.at(start) + " " + method.getName() + " has " + length + " lines; at most " + METHOD);
                }
            }
            return super.visitMethod(method, null);
        }

        private long withinTexts(MethodTree method) {
            var within = new long[1];
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitLiteral(LiteralTree literal, Void nothing) {
                    within[0] += span(positions.getStartPosition(unit.tree(), literal), end(literal));
                    return null;
                }

                @Override
                public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
                    if (call.getMethodSelect() instanceof MemberSelectTree select
                            && select.getIdentifier().contentEquals("param")) {
                        within[0] += span(end(select.getExpression()), end(call));
                        return scan(select.getExpression(), null);
                    }
                    return super.visitMethodInvocation(call, null);
                }
            }.scan(method, null);
            return within[0];
        }

        private long end(Tree tree) {
            return positions.getEndPosition(unit.tree(), tree);
        }

        private long span(long from, long to) {
            var lines = unit.tree().getLineMap();
            return lines.getLineNumber(to) - lines.getLineNumber(from);
        }
    }
}
