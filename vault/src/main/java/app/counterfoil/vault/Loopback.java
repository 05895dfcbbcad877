package app.counterfoil.vault;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether what is sent to an address stays on this machine; what leaves it has to be encrypted. */
public final class Loopback {

    private static final Pattern NUMBER = Pattern.compile("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");

    private Loopback() {}

    /** Whether a host is this machine: {@code localhost} or a loopback number; no name is looked up for it. */
    public static boolean isHost(String host) {
        var bare = host.replaceAll("^\\[|]$", "").toLowerCase(Locale.ROOT);
        return bare.equals("localhost")
                || bare.equals("::1")
                || bare.equals("0:0:0:0:0:0:0:1")
                || NUMBER.matcher(bare).matches();
    }

    /** Whether others on the way could read what is sent there: it leaves this machine, and without https. */
    public static boolean isInClear(URI address) {
        var host = address.getHost();
        return !"https".equalsIgnoreCase(address.getScheme()) && (host == null || !isHost(host));
    }
}
