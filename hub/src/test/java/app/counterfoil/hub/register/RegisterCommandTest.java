package app.counterfoil.hub.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.shell.NotUnderstood;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever runs the installation has a record of its own, which names shops and no people. */
class RegisterCommandTest extends RegisterBench {

    @TempDir
    private Path folder;

    @Autowired
    private RegisterCommand command;

    @Autowired
    private RegisterTexts texts;

    @Test
    void allShopsAreInItWithWhatIsDoneForThemAndNobodyElse() throws IOException {
        shops.open("=Other Shop (made up)", "");
        texts.say(owner(), KeptPart.CONTACT, Optional.empty(), new KeptText("Ottilie Kanarienvogel", "", ""));
        var into = folder.resolve("new");
        assertThat(run("--operator", into.toString())).contains("operator-register.json", "shops are in it.");
        assertThat(Files.readString(into.resolve("operator-register.json")))
                .contains("=Other Shop (made up)", "Demo Shop (made up)", "Delivery, held to get the parcel")
                .contains("Luxembourg (Amazon)")
                .doesNotContain("Ottilie", "Demo Owner");
        assertThat(Files.readString(into.resolve("operator-register.csv")))
                .contains("\"'=Other Shop (made up)\"")
                .doesNotContain("Ottilie");
        assertThat(into.resolve("operator-register.xlsx")).isNotEmptyFile();
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        for (var wrong : List.of(List.<String>of(), List.of("--operator"), List.of("--seller", "x"))) {
            assertThatThrownBy(() -> run(wrong.toArray(String[]::new))).isInstanceOf(NotUnderstood.class);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedAsTheReason() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> run("--operator", file.toString()))
                .isInstanceOf(RegisterCommand.FolderUnwritable.class);
    }

    private String run(String... arguments) {
        var said = new ByteArrayOutputStream();
        assertThat(command.run(List.of(arguments), new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isZero();
        return said.toString(StandardCharsets.UTF_8);
    }
}
