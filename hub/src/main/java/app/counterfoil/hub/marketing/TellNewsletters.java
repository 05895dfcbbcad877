package app.counterfoil.hub.marketing;

import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.measure.SellerId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Notes which newsletter services are to be told that somebody wants no more; in the running transaction. */
@Component
class TellNewsletters {

    private final List<Newsletter> services;
    private final Accounts accounts;
    private final MemberRows members;
    private final Farewells farewells;

    TellNewsletters(List<Newsletter> services, Accounts accounts, MemberRows members, Farewells farewells) {
        this.services = List.copyOf(services);
        this.accounts = accounts;
        this.members = members;
        this.farewells = farewells;
    }

    /**
     * All services that have somebody, or may have them just now, are told.
     *
     * @param toldBy the account that has told of it and so knows it
     */
    void thatIsGone(SellerId seller, UUID person, Contact contact, ConsentAct act, Optional<UUID> toldBy) {
        var know = members.accountsThatKnow(seller, person);
        var what = act == ConsentAct.ERASED ? FarewellKind.DELETE : FarewellKind.STOP;
        for (var account : accounts.of(seller)) {
            var itself = toldBy.filter(account.id()::equals).isPresent();
            services.stream()
                    .filter(service -> service.service() == account.service())
                    .filter(service -> know.contains(account.id()) && !itself)
                    .forEach(service -> farewells.note(seller, account.id(), person, what, service.keyOf(contact)));
        }
    }

    /** They are handed over no more. */
    void noMore(SellerId seller, UUID person) {
        members.gone(seller, person);
    }
}
