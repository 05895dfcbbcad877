package app.counterfoil.hub.seller;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;

/** A place lent to whoever knows all pages: says which roles may open a page or do an act. */
public interface RulesOfPages {

    /** All rules; what none of them names is open to nobody. */
    List<Rule> rules();

    /**
     * A rule.
     *
     * @param roles who may
     * @param method what is asked for
     * @param paths the paths, with {@code {id}} for one part and {@code **} for all that follows
     */
    record Rule(Set<Role> roles, HttpMethod method, List<String> paths) {

        /** Keeps copies of its own. */
        public Rule {
            roles = Set.copyOf(roles);
            paths = List.copyOf(paths);
        }
    }
}
