package app.counterfoil.postgres;

import java.nio.file.Path;

/** Another server has taken the place of this one, which must not come up beside it. */
final class FencedOff extends PostgresRefusal {

    FencedOff(Path home) {
        super(
                "The database in " + home + " is fenced off: another server has taken its place.",
                "Use the other one, and make a new copy of it in an empty folder; docs/two-sites.md says how.");
    }
}
