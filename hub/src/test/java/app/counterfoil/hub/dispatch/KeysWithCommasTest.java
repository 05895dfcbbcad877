package app.counterfoil.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.seller.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A key is kept as it was typed, whatever stands in it. */
class KeysWithCommasTest extends PackingBench {

    @Autowired
    private Accounts accounts;

    @Test
    void aKeyWithACommaIsKeptWholeWhenConnectedAndWhenRenewed() throws Exception {
        var owner = owner();
        send(owner, "/connections", "service", OutsideService.ROYAL_MAIL.name(), "credential", "first,key");
        var account = accounts.of(shop).get(0);
        assertThat(accounts.credentials(account)).containsExactly("first,key");
        send(owner, "/connections/" + account.id() + "/credentials", "credential", "second,key");
        assertThat(accounts.credentials(account)).containsExactly("second,key");
    }

    private void send(SignedIn owner, String path, String... fields) throws Exception {
        var asked = post(path);
        for (int i = 0; i < fields.length; i += 2) {
            asked.param(fields[i], fields[i + 1]);
        }
        assertThat(pages.asked(owner, asked).getRedirectedUrl()).isEqualTo("/connections");
    }
}
