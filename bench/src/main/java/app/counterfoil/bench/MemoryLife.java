package app.counterfoil.bench;

import app.counterfoil.hub.channel.DownloadOrders;
import app.counterfoil.hub.seller.AddPerson;
import app.counterfoil.hub.seller.Role;
import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A hub in a process of its own, whose memory is written down when asked. Whoever asks knows the people; it must not. */
final class MemoryLife {

    static final String NAME = "memory-life";
    static final String READY = "ready ";
    static final String OWNER = "owner@bench.example";

    private MemoryLife() {}

    /** Starts a hub, takes in what the account holds, and writes its memory into each file that is named to it. */
    static void live(Path home, URI marketplace, String account) throws IOException {
        try (var hub = new Installation(
                home, marketplace, List.of("--logging.level.root=off", "--spring.main.banner-mode=off"))) {
            var shop = hub.shop();
            hub.part(AddPerson.class).add(shop, Role.OWNER, "Bench Owner", OWNER, Visitor.PASSWORD);
            if (!hub.part(DownloadOrders.class).from(hub.connect(shop, account))) {
                throw new IllegalStateException("The download did not come to its end.");
            }
            System.out.println(READY + hub.address());
            var asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (var file = asked.readLine(); file != null; file = asked.readLine()) {
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                        .dumpHeap(file, true);
                System.out.println(READY + file);
            }
        }
    }
}
