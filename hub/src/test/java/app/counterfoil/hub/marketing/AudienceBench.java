package app.counterfoil.hub.marketing;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.Disclosures;
import app.counterfoil.hub.disclosure.Recipients;
import app.counterfoil.sandbox.http.Exchange;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A shop with an audience at a newsletter service. */
abstract class AudienceBench extends MarketingBench {

    static final String LIST = "a1b2c3d401";

    @Autowired
    SyncAudiences sync;

    @Autowired
    AudienceStates states;

    @Autowired
    Disclosures disclosures;

    @Autowired
    Recipients recipients;

    @Autowired
    Custody custody;

    Account account;

    @BeforeEach
    void anAudience() {
        SANDBOX.mailchimp().clear();
        SANDBOX.exchanges().clear();
        account = shops.connect(shop, OutsideService.MAILCHIMP);
    }

    @AfterEach
    void noFaults() {
        SANDBOX.faults().clear();
    }

    void agree(Set<DataCategory> categories) {
        shops.agree(shop, OutsideService.MAILCHIMP, categories);
    }

    void restrict(Consent consent) {
        custody.in(shop, vault -> {
            vault.restrictions().restrict(consent.subject(), "RESTRICTION");
            return consent;
        });
    }

    /** Pauses before another try are over. */
    void forwardAnHour() {
        for (var table : List.of("marketing_member", "marketing_farewell")) {
            DATABASE.change("UPDATE counterfoil." + table + " SET due_at = due_at - interval '1 hour'");
        }
    }

    Map<MemberState, Long> counts() {
        return states.of(shop).get(0).counts();
    }

    static List<Exchange> puts() {
        return asked("PUT");
    }

    static List<Exchange> asked(String method) {
        return SANDBOX.exchanges().all().stream()
                .filter(exchange -> exchange.api().equals("mailchimp"))
                .filter(exchange -> exchange.request().method().equals(method))
                .toList();
    }
}
