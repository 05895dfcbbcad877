package app.counterfoil.hub.register;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.shell.Command;
import app.counterfoil.hub.shell.NotUnderstood;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** {@code ./counterfoil register --operator FOLDER}: writes the operator's record of processing into a folder. */
@Component
class RegisterCommand implements Command {

    private static final String USAGE = "./counterfoil register --operator FOLDER";
    private static final String NAME = "operator-register";

    /** Asked for when it runs: every command is made, and the others may need no database or must not open it. */
    private final ObjectProvider<OperatorRegister> registers;

    RegisterCommand(ObjectProvider<OperatorRegister> registers) {
        this.registers = registers;
    }

    @Override
    public String name() {
        return "register";
    }

    @Override
    public String help() {
        return "writes the operator's record of processing (Art 30(2)) into a folder: " + USAGE;
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 2 || !arguments.get(0).equals("--operator")) {
            throw new NotUnderstood(String.join(" ", arguments), USAGE);
        }
        var register = registers.getObject();
        var table = register.table();
        try {
            var folder = Files.createDirectories(Path.of(arguments.get(1)));
            write(folder, ".json", register.json(table).getBytes(StandardCharsets.UTF_8), out);
            write(folder, "-processor.csv", register.who().csv().getBytes(StandardCharsets.UTF_8), out);
            write(folder, ".csv", table.csv().getBytes(StandardCharsets.UTF_8), out);
            write(folder, ".xlsx", Spreadsheet.xlsx(List.of(register.who(), table)), out);
        } catch (IOException | InvalidPathException unwritable) {
            throw new FolderUnwritable();
        }
        register.missing().forEach(wrong -> out.println("Missing: " + wrong));
        out.println(table.rows().size() + " shops are in it.");
        return 0;
    }

    private static void write(Path folder, String ending, byte[] bytes, PrintStream out) throws IOException {
        out.println("Written: " + Files.write(folder.resolve(NAME + ending), bytes));
    }

    /** The folder cannot be written into. */
    static final class FolderUnwritable extends Refusal {
        FolderUnwritable() {
            super("The folder cannot be written.", "Name another one: " + USAGE + ".");
        }
    }
}
