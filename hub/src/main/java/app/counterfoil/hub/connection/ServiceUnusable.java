package app.counterfoil.hub.connection;

import app.counterfoil.hub.measure.Refusal;
import java.time.Duration;
import java.util.Optional;

/** An outside service did not do what was asked, after the tries that were worth making. */
public final class ServiceUnusable extends Refusal {

    /** What kind of failure it was, and so what can be done. */
    public enum Kind {
        /** It refused the credentials. */
        SIGN_IN,
        /** It asks us to slow down. */
        BUSY,
        /** It is not there, answers too late or breaks off. */
        AWAY,
        /** It answered something that its contract does not allow. */
        NOT_UNDERSTOOD,
        /** It says that the request is wrong. */
        REFUSED
    }

    private final Kind kind;
    private final Optional<Duration> retryAfter;

    /** A failure of the named service; {@code detail} is a code or status, never a value of the request. */
    public ServiceUnusable(String service, Kind kind, String detail, Optional<Duration> retryAfter) {
        super(wrong(service, kind, detail), mend(service, kind));
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /** It answered something that its contract does not allow; {@code detail} names what, and quotes nothing of it. */
    public static ServiceUnusable notUnderstood(String service, String detail) {
        return new ServiceUnusable(service, Kind.NOT_UNDERSTOOD, detail, Optional.empty());
    }

    /** What kind of failure it was. */
    public Kind kind() {
        return kind;
    }

    /** How long the service asked us to wait, if it said so. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    private static String wrong(String service, Kind kind, String detail) {
        return switch (kind) {
            case SIGN_IN -> service + " does not accept the credentials (" + detail + ").";
            case BUSY -> service + " asks us to slow down (" + detail + ").";
            case AWAY -> service + " does not answer (" + detail + ").";
            case NOT_UNDERSTOOD -> service + " answered something we do not understand (" + detail + ").";
            case REFUSED -> service + " refused (" + detail + ").";
        };
    }

    private static String mend(String service, Kind kind) {
        return switch (kind) {
            case SIGN_IN -> "Check the credentials at " + service + ", then choose New credentials under Connections.";
            case BUSY, AWAY -> "Nothing is lost; we try again by ourselves in a few minutes.";
            case NOT_UNDERSTOOD -> "Nothing is lost; we try again by ourselves. If it stays so, tell us.";
            case REFUSED ->
                "Look at what it concerns at " + service + "; everything else goes on. If it stays so, tell us.";
        };
    }
}
