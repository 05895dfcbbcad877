package app.counterfoil.sandbox.fault;

/** A way in which the outside world fails. */
public enum Fault {
    /** 429 that says how long to wait. */
    TOO_MANY_WITH_RETRY_AFTER,
    /** 429 that does not. */
    TOO_MANY,
    /** 500. */
    SERVER_ERROR,
    /** 503. */
    UNAVAILABLE,
    /** No answer at all. */
    TIMEOUT,
    /** What was asked is done, but the answer never comes. */
    DONE_UNANSWERED,
    /** An answer that trickles in. */
    SLOW_BODY,
    /** Half of the JSON, then the end. */
    TRUNCATED_JSON,
    /** A page for people, with status 200. */
    HTML,
    /** The same page once more. */
    DUPLICATE_PAGE,
    /** A next cursor that leads back to the same page. */
    REPEATED_CURSOR,
    /** A cursor that is not valid any more. */
    EXPIRED_CURSOR,
    /** The access token dies. */
    UNAUTHORIZED
}
