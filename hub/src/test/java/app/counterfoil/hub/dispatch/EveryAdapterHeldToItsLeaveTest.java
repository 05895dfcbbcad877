package app.counterfoil.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.accounting.Entry;
import app.counterfoil.hub.accounting.EntryWay;
import app.counterfoil.hub.accounting.Ledger;
import app.counterfoil.hub.channel.Channel;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.DisclosingAct;
import app.counterfoil.hub.disclosure.Disclosure;
import app.counterfoil.hub.disclosure.Disclosures;
import app.counterfoil.hub.disclosure.HandOver;
import app.counterfoil.hub.invoice.IssuedSales.Customer;
import app.counterfoil.hub.invoice.VatRegister;
import app.counterfoil.hub.marketing.Contact;
import app.counterfoil.hub.marketing.Newsletter;
import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.VatNumber;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.Recipient;
import app.counterfoil.hub.seller.Business;
import app.counterfoil.hub.vatreturn.OriginatingDevice;
import app.counterfoil.hub.vatreturn.TaxOffice;
import app.counterfoil.vault.Purpose;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Whoever writes an adapter cannot forget it: its port takes the leave to give something away, and each adapter looks into it. */
@TestPropertySource(properties = "counterfoil.royal-mail.api=${bench.sandbox}")
class EveryAdapterHeldToItsLeaveTest extends PackingBench {

    private static final String KEY = "demo-royalmail-1";
    private static final Currency STERLING = Currency.getInstance("GBP");

    @Autowired
    private Disclosures disclosures;

    @Autowired
    private List<Courier> couriers;

    @Autowired
    private List<Channel> channels;

    @Autowired
    private List<Newsletter> newsletters;

    @Autowired
    private List<Ledger> ledgers;

    @Autowired
    private List<TaxOffice> taxOffices;

    @Autowired
    private List<VatRegister> registers;

    @Autowired
    private BusinessClock clock;

    @Test
    void everyAdapterRefusesWhatIsNotWritten() {
        connect(OutsideService.EBAY, KEY);
        var order = ready(1).get(0);
        everyServiceHasItsAdapter();
        SANDBOX.exchanges().clear();
        for (var courier : couriers) {
            var account = new Account(shop, UUID.randomUUID(), courier.service(), "Test");
            var parcel = parcelOf(order);
            var all = courier.handsOver(parcel);
            assertThat(courier.service().receives()).as(courier.title()).containsAll(all);
            refuses(
                    leave(order, UUID.randomUUID(), courier.service(), all),
                    leave -> courier.book(leave, account, parcel));
            refuses(
                    leave(order, account.id(), courier.service(), Set.of(DataCategory.NAME)),
                    leave -> courier.book(leave, account, parcel));
        }
        var told = new Channel.Confirmation(
                order.channelOrderId(), order.marketplace(), 1, List.of(), "Royal Mail", "TT000000000GB", clock.now());
        for (var channel : channels) {
            var account = new Account(shop, UUID.randomUUID(), channel.service(), "Test");
            assertThat(channel.service().receives()).containsAll(told.tells());
            refuses(
                    leave(order, UUID.randomUUID(), channel.service(), told.tells()),
                    leave -> channel.confirm(leave, account, told));
            refuses(
                    leave(order, account.id(), channel.service(), Set.of(DataCategory.ORDER_NUMBER)),
                    leave -> channel.confirm(leave, account, told));
        }
        soDoAllOthers(order);
        assertThat(SANDBOX.exchanges().all()).isEmpty();
    }

    private void everyServiceHasItsAdapter() {
        assertThat(Stream.of(
                                couriers.stream().map(Courier::service),
                                channels.stream().map(Channel::service),
                                newsletters.stream().map(Newsletter::service),
                                ledgers.stream().map(Ledger::service),
                                taxOffices.stream().map(TaxOffice::service),
                                registers.stream().map(VatRegister::service))
                        .flatMap(each -> each))
                .containsExactlyInAnyOrder(OutsideService.values());
    }

    private void soDoAllOthers(OrderFacts order) {
        everyNewsletterRefusesWhatIsNotWritten(order);
        everyLedgerRefusesWhatIsNotWritten(order);
        everyTaxOfficeRefusesWhatIsNotWritten();
        everyRegisterOfNumbersRefusesWhatIsNotWritten(order);
    }

    private void everyRegisterOfNumbersRefusesWhatIsNotWritten(OrderFacts order) {
        var number = VatNumber.read("GB100000034").orElseThrow();
        for (var register : registers) {
            var account = new Account(shop, UUID.randomUUID(), register.service(), "Test");
            refuses(
                    leave(
                            order,
                            UUID.randomUUID(),
                            register.service(),
                            register.service().receives()),
                    leave -> register.ask(leave, account, number));
        }
    }

    private void everyNewsletterRefusesWhatIsNotWritten(OrderFacts order) {
        for (var newsletter : newsletters) {
            var account = new Account(shop, UUID.randomUUID(), newsletter.service(), "Test");
            var member = new Newsletter.Member(new Contact("testa@buyer.example"), clock.now(), clock.now());
            var all = newsletter.handsOver(member);
            assertThat(newsletter.service().receives()).containsAll(all);
            refuses(
                    leave(order, UUID.randomUUID(), newsletter.service(), all),
                    leave -> newsletter.add(leave, account, member));
            refuses(
                    leave(order, UUID.randomUUID(), newsletter.service(), all),
                    leave -> newsletter.askBack(leave, account, member));
        }
    }

    private void everyLedgerRefusesWhatIsNotWritten(OrderFacts order) {
        for (var ledger : ledgers) {
            var account = new Account(shop, UUID.randomUUID(), ledger.service(), "Test");
            var invoice = entry(EntryWay.EACH, Optional.of(new Customer("Testa Demoson", List.of("1 Example Row"))));
            var all = ledger.handsOver(invoice);
            assertThat(ledger.service().receives()).containsAll(all);
            refuses(
                    leave(order, UUID.randomUUID(), ledger.service(), all),
                    leave -> ledger.enter(leave, account, invoice, "key"));
            for (var category : all) {
                var others = EnumSet.copyOf(all);
                others.remove(category);
                refuses(
                        leave(order, account.id(), ledger.service(), others),
                        leave -> ledger.enter(leave, account, invoice, "key"));
            }
            var nobody = disclosures.ofNobody(shop, ledger.service().name(), account.id());
            refuses(nobody, leave -> ledger.enter(leave, account, invoice, "key"));
            var summary = entry(EntryWay.SUMMARY, Optional.empty());
            assertThat(ledger.handsOver(summary)).isEmpty();
            var elsewhere = new Account(shop, UUID.randomUUID(), ledger.service(), "Test");
            refuses(nobody, leave -> ledger.enter(leave, elsewhere, summary, "key"));
        }
    }

    private void everyTaxOfficeRefusesWhatIsNotWritten() {
        var device = new OriginatingDevice(UUID.randomUUID(), "", "", "", clock.now(), "", "", "", "");
        for (var office : taxOffices) {
            var account = new Account(shop, UUID.randomUUID(), office.service(), "Test");
            refuses(
                    disclosures.ofNobody(shop, office.service().name(), account.id()),
                    leave -> office.submitted(new TaxOffice.Call(leave, account, device), "18A1"));
            refuses(
                    disclosures.ofWhoSends(
                            shop,
                            office.service().name(),
                            UUID.randomUUID(),
                            office.service().receives()),
                    leave -> office.obligations(
                            new TaxOffice.Call(leave, account, device), clock.today(), clock.today()));
        }
    }

    private static Entry entry(EntryWay way, Optional<Customer> customer) {
        var line = new Entry.Line("Goods sold", "200", "OUTPUT2", Money.pence(10_00), Money.pence(2_00));
        var day = LocalDate.of(2026, 3, 2);
        return new Entry(
                UUID.randomUUID(), "V2026-000001", "V2026-000001", day, way, customer, STERLING, List.of(line));
    }

    private void refuses(HandOver leave, Consumer<HandOver> sends) {
        assertThatThrownBy(() -> sends.accept(leave))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not what is written");
    }

    private HandOver leave(OrderFacts order, UUID account, OutsideService to, Set<DataCategory> categories) {
        return disclosures.write(
                shop,
                new Disclosure(
                        DisclosingAct.BOOK_PARCEL,
                        UUID.randomUUID(),
                        to.name(),
                        account,
                        Purpose.DELIVERY,
                        categories.stream().filter(to.receives()::contains).collect(Collectors.toSet()),
                        order.id().value(),
                        order.subject(),
                        Optional.empty()));
    }

    private static Parcel parcelOf(OrderFacts order) {
        var recipient = new Recipient(
                "Testa Demoson",
                "",
                List.of("1 Example Row"),
                "Leeds",
                "",
                "LS1 9ZZ",
                "GB",
                "07700900123",
                "testa@buyer.example",
                "Round the back",
                "");
        return new Parcel(
                "CF",
                WISH,
                order,
                Map.of(order.lines().get(0).channelLineId(), 1),
                recipient,
                new Business("Demo Shop (made up)", List.of("1 Example Row", "Leeds"), "LS1 9ZZ", ""),
                Optional.empty());
    }
}
