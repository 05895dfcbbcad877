package app.counterfoil.hub.storage;

import app.counterfoil.hub.measure.Refusal;

/** The role the application works as could get past the guards that keep sellers apart. */
final class RoleTooMighty extends Refusal {

    RoleTooMighty(String role, String may, String mend) {
        super("The database role " + role + ", as which the application works, " + may + ".", mend);
    }
}
