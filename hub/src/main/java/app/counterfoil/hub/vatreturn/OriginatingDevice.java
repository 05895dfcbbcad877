package app.counterfoil.hub.vatreturn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The device from which a person acts at the tax office, which the law wants to be told of with each call (SI 2019/360). Of the
 * person's own request alone: kept nowhere, and hidden when printed. What could not be had is empty.
 *
 * @param person the person, by our own id
 * @param device the device, by a cookie that lasts
 * @param publicAddress the IP address it has on the internet
 * @param publicPort its port there
 * @param seenAt when that address was seen
 * @param agent the browser by its own name
 * @param screens its screens, as keys and values
 * @param window its window, as keys and values
 * @param timeZone its time zone, as in UTC+01:00
 */
public record OriginatingDevice(
        UUID person,
        String device,
        String publicAddress,
        String publicPort,
        Instant seenAt,
        String agent,
        String screens,
        String window,
        String timeZone) {

    /** What could not be had, in words; the port is known behind a proxy only if that tells it. */
    public List<String> missing() {
        var missing = new ArrayList<String>();
        missingIf(device, "the number of the device", missing);
        missingIf(publicAddress, "the public IP address", missing);
        missingIf(agent, "the browser", missing);
        missingIf(screens, "the screens", missing);
        missingIf(window, "the size of the window", missing);
        missingIf(timeZone, "the time zone", missing);
        return List.copyOf(missing);
    }

    private static void missingIf(String value, String what, List<String> missing) {
        if (value.isEmpty()) {
            missing.add(what);
        }
    }

    @Override
    public String toString() {
        return "OriginatingDevice[hidden]";
    }
}
