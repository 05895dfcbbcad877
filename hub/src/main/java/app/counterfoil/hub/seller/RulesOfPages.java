package app.counterfoil.hub.seller;

import java.util.List;
import java.util.Optional;
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
     * @param onceMore what is done, such as "Adding somebody", if the password has to be given once more for it
     */
    record Rule(Set<Role> roles, HttpMethod method, List<String> paths, Optional<String> onceMore) {

        /** Keeps copies of its own. */
        public Rule {
            roles = Set.copyOf(roles);
            paths = List.copyOf(paths);
        }

        /** The same rule, for acts that a stolen session must not do: the password is asked for once more. */
        public Rule withThePassword(String act) {
            return new Rule(roles, method, paths, Optional.of(act));
        }
    }
}
