package app.counterfoil.hub.connection;

import java.util.List;

/** A place lent to whoever speaks to an outside service: it tries credentials before they are kept. */
public interface TriesCredentials {

    /** The service it stands for. */
    OutsideService service();

    /**
     * Signs in with the credentials.
     *
     * @throws ServiceUnusable if they are refused or the service is away
     */
    void check(List<String> credentials);

    /**
     * Signs in like {@link #check}; answers what is to be kept. That is what was given, unless the service has replaced a
     * credential by another.
     *
     * @throws ServiceUnusable if they are refused or the service is away
     */
    default List<String> accepted(List<String> credentials) {
        check(credentials);
        return credentials;
    }
}
