package app.counterfoil.hub.rights;

import app.counterfoil.hub.rights.ChannelNotices.AccountDeletion;
import app.counterfoil.hub.rights.ChannelNotices.CustomerData;
import app.counterfoil.hub.rights.ChannelNotices.CustomerErasure;
import app.counterfoil.hub.rights.ChannelNotices.CustomerRedact;
import app.counterfoil.hub.rights.ChannelNotices.Notice;
import app.counterfoil.vault.Term;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a notice asks for, and by what whoever it is about is found: where it names orders, by nothing else. Personal: it does
 * not print.
 *
 * @param kind what it asks for
 * @param terms by what the buyer is found
 * @param numbers which orders it names
 * @param requester whom it names, as a request keeps them
 */
record AskedByChannel(ChannelNoticeKind kind, Set<Term> terms, List<String> numbers, Requester requester) {

    static AskedByChannel of(Notice notice) {
        if (notice instanceof AccountDeletion deletion) {
            // Where eBay gives no user name any more, the id stands in its place, in orders and in notices.
            var names = given(deletion.username(), deletion.userId());
            return new AskedByChannel(
                    ChannelNoticeKind.ACCOUNT_DELETION,
                    names.stream().map(Term::channelUser).collect(Collectors.toSet()),
                    List.of(),
                    new Requester("", "", "", "", names.isEmpty() ? "" : names.get(0), List.of(), ""));
        }
        if (notice instanceof CustomerData data) {
            return ofCustomer(ChannelNoticeKind.CUSTOMER_DATA, data.email(), data.orders());
        }
        if (notice instanceof CustomerRedact redact) {
            return ofCustomer(ChannelNoticeKind.CUSTOMER_REDACT, redact.email(), redact.orders());
        }
        if (notice instanceof CustomerErasure erasure) {
            return ofCustomer(ChannelNoticeKind.CUSTOMER_ERASURE, erasure.email(), List.of());
        }
        return ofCustomer(ChannelNoticeKind.SHOP_REDACT, "", List.of());
    }

    private static AskedByChannel ofCustomer(ChannelNoticeKind kind, String email, List<String> orders) {
        var terms =
                orders.isEmpty() ? given(email).stream().map(Term::email).collect(Collectors.toSet()) : Set.<Term>of();
        return new AskedByChannel(kind, terms, orders, new Requester("", email, "", "", "", orders, ""));
    }

    private static List<String> given(String... names) {
        return Stream.of(names).filter(name -> !name.isBlank()).distinct().toList();
    }

    /** By what its orders are said to have been found. */
    Set<Clue> clues() {
        if (!numbers.isEmpty()) {
            return Set.of(Clue.ORDER_NUMBER);
        }
        return terms.isEmpty()
                ? Set.of()
                : Set.of(kind == ChannelNoticeKind.ACCOUNT_DELETION ? Clue.USER_NAME : Clue.EMAIL);
    }

    @Override
    public String toString() {
        return "AskedByChannel[" + kind + "]";
    }
}
