package app.counterfoil.sandbox.admin;

/** A call of the sandbox's own API that cannot be done, with the field that is wrong. */
final class BadCall extends RuntimeException {

    private final String field;
    private final String wrong;

    BadCall(String field, String wrong) {
        super(field + " " + wrong);
        this.field = field;
        this.wrong = wrong;
    }

    String field() {
        return field;
    }

    String wrong() {
        return wrong;
    }
}
