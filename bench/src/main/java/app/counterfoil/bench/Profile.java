package app.counterfoil.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Watches what this program does while it is being measured, with the recorder that Java has in it: which methods run,
 * and which allocate. What the marketplace and the visitors do in the same program is left out.
 */
final class Profile implements AutoCloseable {

    private static final String RUNS = "jdk.ExecutionSample";
    private static final String ALLOCATES = "jdk.ObjectAllocationSample";
    private static final List<String> HUB = List.of("app.counterfoil.hub.", "app.counterfoil.vault.");
    private static final List<String> NOT_MEASURED = List.of(
            "app.counterfoil.bench.Marketplace", "app.counterfoil.bench.Visitor", "sun.net.httpserver.", "jdk.jfr.");

    private static final Pattern MADE_OF_A_METHOD = Pattern.compile("lambda\\$(\\w+)\\$\\d+");

    private final Recording recording = new Recording();

    Profile() {
        recording.enable(RUNS).withPeriod(Duration.ofMillis(10));
        recording.enable(ALLOCATES).with("throttle", "500/s");
        recording.start();
    }

    /** Ends watching and tells what was seen. */
    Profiled stop() throws IOException {
        recording.stop();
        var file = Files.createTempFile("counterfoil-bench", ".jfr");
        try {
            recording.dump(file);
            return read(file);
        } finally {
            Files.delete(file);
        }
    }

    private static Profiled read(Path file) throws IOException {
        var profiled = new Profiled();
        var begun = new HashSet<Long>();
        try (var events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                var event = events.readEvent();
                // The first of a thread weighs what it has allocated since it began.
                var first = event.getEventType().getName().equals(ALLOCATES)
                        && begun.add(event.getThread("eventThread").getJavaThreadId());
                if (!first) {
                    add(event, profiled);
                }
            }
        }
        return profiled;
    }

    private static void add(RecordedEvent event, Profiled profiled) {
        var stack = event.getStackTrace();
        if (stack == null || stack.getFrames().isEmpty() || isNotMeasured(stack)) {
            return;
        }
        switch (event.getEventType().getName()) {
            case RUNS -> profiled.runs(method(innermost(stack)), types(stack), hubMethods(stack));
            case ALLOCATES ->
                profiled.allocates(
                        event.getLong("weight"),
                        event.getClass("objectClass").getName(),
                        hubMethods(stack).stream().findFirst().orElse("(not below the hub)"));
            default -> {
                // Marks of the recorder itself.
            }
        }
    }

    private static RecordedFrame innermost(RecordedStackTrace stack) {
        return stack.getFrames().stream()
                .filter(Profile::isWritten)
                .findFirst()
                .orElse(stack.getFrames().get(0));
    }

    private static boolean isNotMeasured(RecordedStackTrace stack) {
        return types(stack).stream().anyMatch(type -> NOT_MEASURED.stream().anyMatch(type::startsWith));
    }

    private static Set<String> types(RecordedStackTrace stack) {
        var types = new HashSet<String>();
        stack.getFrames().forEach(frame -> types.add(frame.getMethod().getType().getName()));
        return types;
    }

    /** Each once, however often it is in the stack, the innermost first. */
    private static List<String> hubMethods(RecordedStackTrace stack) {
        return stack.getFrames().stream()
                .filter(Profile::isWritten)
                .filter(frame ->
                        HUB.stream().anyMatch(frame.getMethod().getType().getName()::startsWith))
                .map(Profile::method)
                .distinct()
                .toList();
    }

    /** Class and method, without the package; code that the compiler made of a method counts as the method. */
    private static String method(RecordedFrame frame) {
        var type = frame.getMethod().getType().getName();
        var name = MADE_OF_A_METHOD.matcher(frame.getMethod().getName()).replaceAll("$1");
        return type.substring(type.lastIndexOf('.') + 1) + "." + name;
    }

    /** Classes that Java makes while it runs have an address in their name. */
    private static boolean isWritten(RecordedFrame frame) {
        return !frame.getMethod().getType().getName().contains("+0x");
    }

    @Override
    public void close() {
        recording.close();
    }
}
