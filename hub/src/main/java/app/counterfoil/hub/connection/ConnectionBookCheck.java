package app.counterfoil.hub.connection;

import app.counterfoil.hub.books.BookCheck;
import app.counterfoil.hub.books.Checked;
import app.counterfoil.hub.books.Checked.Flaw;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.SellerId;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that every connected account has its credentials, readable, and that none are kept for anybody else. */
@Component
@Order(5)
class ConnectionBookCheck implements BookCheck {

    private final Accounts accounts;
    private final Custody custody;

    ConnectionBookCheck(Accounts accounts, Custody custody) {
        this.accounts = accounts;
        this.custody = custody;
    }

    @Override
    public String name() {
        return "connected accounts";
    }

    @Override
    public Checked of(SellerId seller) {
        var living = accounts.of(seller);
        var readable = custody.in(seller, vault -> vault.credentials().readable());
        var flaws = new ArrayList<Flaw>();
        for (var account : living) {
            var kept = readable.get(account.id());
            if (kept == null || !kept) {
                flaws.add(new Flaw(
                        "The credentials of account " + account.id()
                                + (kept == null ? " are missing." : " cannot be read."),
                        "Type them in again under Connections, New credentials."));
            }
        }
        var known = living.stream().map(Account::id).collect(Collectors.toSet());
        flaws.addAll(
                Flaw.each(
                        readable.keySet().stream()
                                .filter(id -> !known.contains(id))
                                .map(id -> "Credentials are kept under " + id + ", which is no connected account.")
                                .toList(),
                        "They can open an account at an outside service that nobody uses here. Revoke them there, and report it."));
        return new Checked("%,d accounts with their credentials".formatted(living.size()), flaws);
    }
}
