package app.counterfoil.hub.connection;

import app.counterfoil.hub.measure.Refusal;

/** An account has no credentials any more. */
final class CredentialsMissing extends Refusal {

    CredentialsMissing(String account) {
        super("The account \"" + account + "\" has no credentials.", "Connect it again under Connections.");
    }
}
