package app.counterfoil.hub.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is asked outside, no call holds a thread or a connection for longer than its patience. */
class OutsideTest {

    private static final int CALLS = 12;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch letGo = new CountDownLatch(CALLS);
    private ServerSocket server = unbound();

    @BeforeEach
    void aServiceThatTrickles() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(() -> {
            while (!server.isClosed()) {
                try {
                    var client = server.accept();
                    threads.execute(() -> trickle(client));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    @Test
    void aServiceThatTricklesForHoursIsHungUpOnAndHoldsNoThread() throws Exception {
        var outside = new Outside(Duration.ofMillis(500));
        var callers = new CountDownLatch(CALLS);
        for (int i = 0; i < CALLS; i++) {
            threads.execute(() -> {
                assertThatThrownBy(() -> outside.call("Demo", HttpRequest.newBuilder(address())))
                        .isInstanceOf(ServiceUnusable.class)
                        .hasMessageContaining("no whole answer");
                callers.countDown();
            });
        }
        assertThat(callers.await(5, TimeUnit.MINUTES)).isTrue();
        // The service sees each connection end: nobody reads on behind the caller's back.
        assertThat(letGo.await(5, TimeUnit.MINUTES)).isTrue();
        assertThat(Thread.getAllStackTraces().entrySet())
                .filteredOn(thread -> thread.getKey().getName().startsWith("ForkJoinPool.commonPool"))
                .noneMatch(thread -> Arrays.stream(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().startsWith(Outside.class.getName())));
        assertThat(ForkJoinPool.commonPool().getQueuedSubmissionCount()).isZero();
    }

    @Test
    void aServiceThatIsNotThereIsAway() throws IOException {
        var gone = address();
        server.close();
        assertThatThrownBy(() -> new Outside(Duration.ofSeconds(5)).call("Demo", HttpRequest.newBuilder(gone)))
                .isInstanceOfSatisfying(
                        ServiceUnusable.class, away -> assertThat(away.kind()).isEqualTo(ServiceUnusable.Kind.AWAY));
    }

    @Test
    void nothingLeavesTheMachineInClear() {
        assertThatThrownBy(() -> new Outside(Duration.ofSeconds(5))
                        .call("Demo", HttpRequest.newBuilder(URI.create("http://api.example/orders"))))
                .isInstanceOf(ServiceUnusable.class)
                .hasMessageContaining("without https; nothing was sent");
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    /** One byte at a time, until the other side has hung up. */
    private void trickle(Socket client) {
        try (client) {
            client.getInputStream().read(new byte[4096]);
            OutputStream out = client.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (!server.isClosed()) {
                out.write('x');
                out.flush();
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        } catch (IOException hungUp) {
            letGo.countDown();
        }
    }

    private static ServerSocket unbound() {
        try {
            return new ServerSocket();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
