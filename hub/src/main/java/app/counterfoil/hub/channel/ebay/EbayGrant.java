package app.counterfoil.hub.channel.ebay;

import app.counterfoil.hub.channel.AccessGrant;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** eBay's grant: client id, client secret and refresh token, in this order, for a token of two hours. */
record EbayGrant(EbaySettings settings) implements AccessGrant {

    @Override
    public String channel() {
        return EbayChannel.NAME;
    }

    @Override
    public HttpRequest.Builder asking(List<String> credentials) {
        var client = Base64.getEncoder()
                .encodeToString((credentials.get(0) + ":" + credentials.get(1)).getBytes(StandardCharsets.UTF_8));
        var form = "grant_type=refresh_token&refresh_token="
                + URLEncoder.encode(credentials.get(2), StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(settings.api() + "/identity/v1/oauth2/token"))
                .header("Authorization", "Basic " + client)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    @Override
    public HttpRequest.Builder carrying(HttpRequest.Builder call, String token) {
        return call.setHeader("Authorization", "Bearer " + token);
    }

    @Override
    public boolean refusesToken(int status) {
        return status == 401;
    }
}
