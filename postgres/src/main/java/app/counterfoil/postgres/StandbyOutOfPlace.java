package app.counterfoil.postgres;

/** What was asked needs a standby that follows its primary, or one that has stopped following it. */
final class StandbyOutOfPlace extends PostgresRefusal {

    private StandbyOutOfPlace(String wrong, String mend) {
        super(wrong, mend);
    }

    static StandbyOutOfPlace isNone(String place) {
        return new StandbyOutOfPlace(
                "The database at " + place + " is no standby: it takes orders already.",
                "Nothing is left to do there; if it is the old primary, fence it off.");
    }

    static StandbyOutOfPlace followsAlready(String name) {
        return new StandbyOutOfPlace(
                "A standby named " + name + " follows this database just now.",
                "Stop it first, or give the new copy another name.");
    }

    static StandbyOutOfPlace doesNotFollow(String name) {
        return new StandbyOutOfPlace(
                "No standby named " + name + " follows this database: waiting for it would hold up every order.",
                "Start it with ./counterfoil standby follow, and look at its postgresql.log if it does not come.");
    }

    static StandbyOutOfPlace isNotPromoted(String place) {
        return new StandbyOutOfPlace(
                "The database in " + place + " is a standby: it follows another one and takes no orders.",
                "Promote it first (./counterfoil standby promote), once the other one is fenced off.");
    }

    static StandbyOutOfPlace takesLong(String place) {
        return new StandbyOutOfPlace(
                "The standby at " + place + " was told to take over and has not done so yet.",
                "Look at its postgresql.log; it may still be applying what it has received.");
    }
}
