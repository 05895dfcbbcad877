package app.counterfoil.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Watches, by sampling the running threads, how much of this program's work is sealing: keys, ciphertext, tokens. */
final class SealingShare implements AutoCloseable {

    private static final List<String> SEALING = List.of("app.counterfoil.vault.seal.", "com.google.crypto.tink.");

    private final Recording recording = new Recording();

    SealingShare() {
        recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
        recording.start();
    }

    /**
     * What was sampled.
     *
     * @param samples how many samples of running threads
     * @param sealing how many of them were in the vault's primitives
     */
    record Sampled(long samples, long sealing) {
        double share() {
            return samples == 0 ? 0 : (double) sealing / samples;
        }
    }

    Sampled stop() throws IOException {
        recording.stop();
        var file = Files.createTempFile("counterfoil-bench", ".jfr");
        try {
            recording.dump(file);
            return sampled(file);
        } finally {
            Files.delete(file);
        }
    }

    private static Sampled sampled(Path file) throws IOException {
        long samples = 0;
        long sealing = 0;
        try (var events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                var event = events.readEvent();
                if (!event.getEventType().getName().equals("jdk.ExecutionSample")) {
                    continue;
                }
                samples++;
                var stack = event.getStackTrace();
                if (stack != null && stack.getFrames().stream().anyMatch(SealingShare::isSealing)) {
                    sealing++;
                }
            }
        }
        return new Sampled(samples, sealing);
    }

    private static boolean isSealing(RecordedFrame frame) {
        var type = frame.getMethod().getType().getName();
        return SEALING.stream().anyMatch(type::startsWith);
    }

    @Override
    public void close() {
        recording.close();
    }
}
