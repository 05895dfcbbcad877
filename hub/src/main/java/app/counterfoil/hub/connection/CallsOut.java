package app.counterfoil.hub.connection;

import java.net.URI;
import java.util.List;

/** Lent by the settings of whoever calls a service outside, so that it is known which hosts anything can go to. */
public interface CallsOut {

    /** The service that is called there. */
    OutsideService service();

    /** All addresses that are called, as they are set now. */
    List<URI> addresses();
}
