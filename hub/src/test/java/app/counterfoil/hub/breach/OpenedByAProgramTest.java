package app.counterfoil.hub.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.seller.ApiCaller;
import app.counterfoil.hub.seller.ApiScope;
import app.counterfoil.hub.seller.ApiTokens;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A token that leaked: the room counts whom was opened with it, and nobody else. */
class OpenedByAProgramTest extends BreachBench {

    @Autowired
    private ApiTokens tokens;

    @Test
    void whatOneTokenOpenedIsCountedByItself() throws Exception {
        var held = downloaded(shop, OutsideService.EBAY);
        var from = clock.now();
        openPeople.recipients(owner(), "ORDER_LIST", held);
        assertThat(tokens.make(owner(), "Carrier", Set.of(ApiScope.EXPORT_DELIVERY), 7))
                .isNotEmpty();
        var token = tokens.all(shop).get(0);
        var program = new ApiCaller(shop, token.id(), token.name(), token.scopes());
        var three = held.subList(0, 3).stream()
                .map(order -> new RecordRef(order.id().value(), order.subject()))
                .toList();
        custody.in(
                shop,
                vault -> vault.open(new Opening(program, Purpose.DELIVERY, "EXPORT_COPY_1"), Recipient.KIND, three));
        var id = incident();
        var found = count(id, asked(from, Optional.of(token.id())));
        assertThat(found.records()).isEqualTo(3);
        assertThat(found.people()).isEqualTo(3);
        assertThat(count(id, asked(from, Optional.of(new UUID(1, 1)))).records())
                .isZero();
        assertThat(pages.page(owner(), "/breaches/" + id)).contains("Opened by one program", "Program: Carrier");
        assertThatThrownBy(() -> asked(from, Optional.empty())).hasMessageContaining("No token is named");
    }

    private Question asked(Instant from, Optional<UUID> token) {
        return new Question(Asked.TOKEN, from, later(), token, Optional.empty(), "");
    }
}
