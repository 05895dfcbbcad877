package app.counterfoil.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.measure.SellerId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KnowsSellersTest {

    private final List<SellerId> sellers =
            List.of(new SellerId(UUID.randomUUID()), new SellerId(UUID.randomUUID()), new SellerId(UUID.randomUUID()));

    @Test
    void oneSellersTroubleKeepsTheJobFromNoOther() {
        KnowsSellers all = () -> sellers;
        var done = new ArrayList<SellerId>();
        all.each("some-job", seller -> {
            if (seller.equals(sellers.get(1))) {
                throw new IllegalStateException("in trouble");
            }
            done.add(seller);
        });
        assertThat(done).containsExactly(sellers.get(0), sellers.get(2));
    }
}
