package app.counterfoil.sandbox.http;

/** One of the APIs that the sandbox speaks. */
public interface Door {

    /** Its name for faults and records, such as {@code amazon-orders}. */
    String name();

    /** The finer name of one kind of its calls, for faults that are to meet only that kind. */
    default String call(Request request) {
        return name();
    }

    /** Whether a path is this API's. */
    boolean serves(String path);

    /** Answers a request. */
    Reply answer(Request request);
}
