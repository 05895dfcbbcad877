package app.counterfoil.hub.channel.amazon;

import app.counterfoil.hub.channel.AccessGrant;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Login with Amazon: client id, client secret and refresh token, in this order, for a token of an hour. */
record AmazonGrant(AmazonSettings settings) implements AccessGrant {

    @Override
    public String channel() {
        return AmazonChannel.NAME;
    }

    @Override
    public HttpRequest.Builder asking(List<String> credentials) {
        var form = "grant_type=refresh_token&client_id=" + encoded(credentials.get(0)) + "&client_secret="
                + encoded(credentials.get(1)) + "&refresh_token=" + encoded(credentials.get(2));
        return HttpRequest.newBuilder(URI.create(settings.signIn() + "/auth/o2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    @Override
    public HttpRequest.Builder carrying(HttpRequest.Builder call, String token) {
        return call.setHeader("x-amz-access-token", token);
    }

    /** Amazon says 403 to a token that is over as well as to a role that is missing. */
    @Override
    public boolean refusesToken(int status) {
        return status == 401 || status == 403;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
