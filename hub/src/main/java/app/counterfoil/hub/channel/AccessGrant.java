package app.counterfoil.hub.channel;

import java.net.http.HttpRequest;
import java.util.List;

/** How a channel grants access tokens for a seller's refresh token (RFC 6749, section 6), and how a call carries one. */
public interface AccessGrant {

    /** The channel's name, for messages. */
    String channel();

    /** The request that is answered with a token. */
    HttpRequest.Builder asking(List<String> credentials);

    /** Puts the token into a call, in place of one that may be there. */
    HttpRequest.Builder carrying(HttpRequest.Builder call, String token);

    /** Whether this status can mean that the token died before its time. */
    boolean refusesToken(int status);
}
