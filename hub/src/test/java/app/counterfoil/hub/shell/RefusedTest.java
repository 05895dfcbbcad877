package app.counterfoil.hub.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.postgres.DiskFull;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class RefusedTest {

    private final Exception full = DiskFull.toldBy(new SQLException("no room", "53100"), "/srv/counterfoil")
            .orElseThrow();

    @Test
    void whatTheDatabaseRefusesIsToldWithWhatToDo() {
        var told = Refused.by(full).orElseThrow();
        assertThat(told.wrong()).isEqualTo(full.getMessage());
        assertThat(told.mend()).isNotBlank();
        var page = WhatWentWrong.from(full);
        assertThat(page.wrong()).isEqualTo(told.wrong());
        assertThat(page.mend()).isEqualTo(told.mend());
        assertThat(page.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    }

    @Test
    void whatNobodyForesawIsNoRefusal() {
        assertThat(Refused.by(new IllegalStateException("ours"))).isEmpty();
    }
}
