package app.counterfoil.hub.house;

import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;

/** No file and no method is longer than somebody reads at a time; SQL and what is bound to it is read as one line. */
final class Lengths {

    private static final int FILE = 400;
    private static final int METHOD = 40;

    private Lengths() {}

    static List<String> violations(Sources sources) {
        var found = new ArrayList<String>();
        var positions = sources.trees().getSourcePositions();
        for (var unit : sources.units()) {
            var lines = unit.tree().getLineMap();
            var last = lines.getLineNumber(positions.getEndPosition(unit.tree(), unit.tree()));
            if (last > FILE) {
                found.add(unit.path() + " has " + last + " lines; at most " + FILE);
            }
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitMethod(MethodTree method, Void nothing) {
                    var start = positions.getStartPosition(unit.tree(), method);
                    var end = positions.getEndPosition(unit.tree(), method);
                    if (start >= 0 && end > start) {
                        var length = lines.getLineNumber(end) - lines.getLineNumber(start) + 1 - withinTexts(method);
                        if (length > METHOD) {
                            found.add(unit.at(start) + " " + method.getName() + " has " + length + " lines; at most "
                                    + METHOD);
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
                    return lines.getLineNumber(to) - lines.getLineNumber(from);
                }
            }.scan(unit.tree(), null);
        }
        return found;
    }
}
