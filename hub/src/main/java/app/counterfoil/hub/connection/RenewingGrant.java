package app.counterfoil.hub.connection;

import java.net.http.HttpRequest;
import java.util.List;

/** How a service grants access for a refresh token that it replaces by another each time (RFC 6749, section 6). */
public interface RenewingGrant {

    /** The service's name, for messages. */
    String service();

    /** Which of the credentials is the refresh token, from nought on. */
    int refreshToken();

    /** The request that is answered with an access token and the next refresh token. */
    HttpRequest.Builder asking(List<String> credentials);
}
