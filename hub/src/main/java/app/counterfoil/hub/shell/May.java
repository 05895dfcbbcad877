package app.counterfoil.hub.shell;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.stereotype.Component;

/** Says whether the person in front of a page may go somewhere, so that no page offers what would be refused. */
@Component("may")
public class May {

    private final ObjectProvider<WebInvocationPrivilegeEvaluator> rules;

    May(ObjectProvider<WebInvocationPrivilegeEvaluator> rules) {
        this.rules = rules;
    }

    /** Whether the page at this path may be opened. */
    public boolean open(String path) {
        return isAllowed("GET", path);
    }

    /** Whether the act at this path may be done. */
    public boolean act(String path) {
        return isAllowed("POST", path);
    }

    private boolean isAllowed(String method, String path) {
        var here = SecurityContextHolder.getContext().getAuthentication();
        return rules.getObject().isAllowed("", path.replaceFirst("[?#].*", ""), method, here);
    }
}
