package app.counterfoil.hub.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void aCellIsQuotedOnlyWhereItNeedsTo() {
        assertThat(Csv.row("plain", "a, b", "say \"so\"", "two\nlines", ""))
                .isEqualTo("plain,\"a, b\",\"say \"\"so\"\"\",\"two\nlines\",\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1+1", "@A1"})
    void whatBeginsLikeAFormulaReckonsNothing(String cell) {
        assertThat(Csv.row(cell)).isEqualTo("'" + cell + "\r\n");
        assertThat(Csv.inQuotes(cell)).isEqualTo("\"'" + cell + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-12.50", "0", "12.50"})
    void anAmountStaysOne(String cell) {
        assertThat(Csv.row(cell)).isEqualTo(cell + "\r\n");
        assertThat(Csv.inQuotes(cell)).isEqualTo('"' + cell + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t=1+1", "\r=1+1", "\n=1+1"})
    void whatHidesAFormulaBehindABlankIsGuardedToo(String cell) {
        assertThat(Csv.inQuotes(cell)).startsWith("\"'");
    }
}
