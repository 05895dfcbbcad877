package app.counterfoil.sandbox.http;

/** One of the APIs that the sandbox speaks. */
public interface Door {

    /** Its name for faults and records, such as {@code amazon-orders}. */
    String name();

    /** Whether a path is this API's. */
    boolean serves(String path);

    /** Answers a request. */
    Reply answer(Request request);
}
