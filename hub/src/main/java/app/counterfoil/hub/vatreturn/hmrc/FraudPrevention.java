package app.counterfoil.hub.vatreturn.hmrc;

import app.counterfoil.hub.vatreturn.OriginatingDevice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The headers that the law wants with each call of a web application (SI 2019/360; HMRC's specification 3.3 for
 * {@code WEB_APP_VIA_SERVER}). US-ASCII: keys and values percent-encoded, separators not. What cannot be had is left out, as
 * HMRC asks, and {@code docs/operations.md} says why it cannot; so is Multi-Factor, for there is no second factor yet.
 */
record FraudPrevention(HmrcSettings settings) {

    private static final String PRODUCT = "Counterfoil";
    private static final Pattern IN_ASCII = Pattern.compile("[\\x20-\\x7E]{1,500}");

    Map<String, String> of(OriginatingDevice device) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Gov-Client-Connection-Method", "WEB_APP_VIA_SERVER");
        if (IN_ASCII.matcher(device.agent()).matches()) {
            headers.put("Gov-Client-Browser-JS-User-Agent", device.agent());
        }
        put(headers, "Gov-Client-Device-ID", device.device());
        put(headers, "Gov-Client-Public-IP", device.publicAddress());
        if (!device.publicAddress().isEmpty()) {
            headers.put(
                    "Gov-Client-Public-IP-Timestamp",
                    DateTimeFormatter.ISO_INSTANT.format(device.seenAt().truncatedTo(ChronoUnit.MILLIS)));
        }
        put(headers, "Gov-Client-Public-Port", device.publicPort());
        put(headers, "Gov-Client-Screens", device.screens());
        put(headers, "Gov-Client-Timezone", device.timeZone());
        headers.put("Gov-Client-User-IDs", pair(PRODUCT, device.person().toString()));
        put(headers, "Gov-Client-Window-Size", device.window());
        if (!settings.vendorPublicIp().isEmpty() && !device.publicAddress().isEmpty()) {
            headers.put(
                    "Gov-Vendor-Forwarded",
                    "by=" + encoded(settings.vendorPublicIp()) + "&for=" + encoded(device.publicAddress()));
        }
        put(headers, "Gov-Vendor-License-IDs", settings.licenseIds());
        headers.put("Gov-Vendor-Product-Name", encoded(PRODUCT));
        put(headers, "Gov-Vendor-Public-IP", settings.vendorPublicIp());
        headers.put("Gov-Vendor-Version", pair(PRODUCT, version()));
        return headers;
    }

    private static void put(Map<String, String> headers, String name, String value) {
        if (!value.isEmpty()) {
            headers.put(name, value);
        }
    }

    private static String version() {
        return Optional.ofNullable(FraudPrevention.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    private static String pair(String key, String value) {
        return encoded(key) + "=" + encoded(value);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
