package app.counterfoil.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This program once more in a process of its own, with a hub in it, that does what it is asked line by line. */
final class Life implements AutoCloseable {

    private final Process process;
    private final BufferedReader said;
    private final String answers;

    private Life(Process process, String answers) {
        this.process = process;
        this.said = process.inputReader(StandardCharsets.UTF_8);
        this.answers = answers;
    }

    /**
     * Starts one.
     *
     * @param program how Java runs this program, up to the arguments
     * @param java what Java is told beside it
     * @param arguments what is to be run, and on what
     * @param answers how a line begins that is for us; what else it says is not
     */
    static Life begin(List<String> program, List<String> java, List<String> arguments, String answers)
            throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(java);
        command.add("-D" + SharedPrograms.SETTING + "=" + SharedPrograms.folder());
        command.addAll(program);
        command.addAll(arguments);
        return new Life(
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start(),
                answers);
    }

    /** Asks for something, and gives what it answers. */
    String answers(String asked) throws IOException {
        var asks = process.getOutputStream();
        asks.write((asked + "\n").getBytes(StandardCharsets.UTF_8));
        asks.flush();
        return answer();
    }

    /** The next that it has to say, the whole line; that it has ended, if it has. */
    String answer() throws IOException {
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(answers)) {
                return line;
            }
        }
        return "It has ended by itself.";
    }

    /** Kills it, with nothing tidied up. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Lets it end by itself: there is nothing more to be asked. */
    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }
}
