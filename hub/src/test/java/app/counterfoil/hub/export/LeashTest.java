package app.counterfoil.hub.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.disclosure.Agreement;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.DisclosingAct;
import app.counterfoil.hub.disclosure.Disclosure;
import app.counterfoil.hub.disclosure.RecipientRole;
import app.counterfoil.hub.disclosure.Recipients;
import app.counterfoil.hub.disclosure.Safeguard;
import app.counterfoil.hub.invoice.IssueInvoices;
import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.order.MoveOrders;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.OrderState;
import app.counterfoil.hub.seller.Role;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.PurposeNotCarried;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A file carries what its purpose carries, to whom an agreement covers it, until its end, and all of it is written down. */
class LeashTest extends ExportBench {

    @Autowired
    private Recipients recipients;

    @Autowired
    private MoveOrders moveOrders;

    @Autowired
    private IssueInvoices issueInvoices;

    @Test
    void aFileCarriesTheFieldsThatItsPurposeCarriesAndNoOther() {
        assertThat(headings(ExportPurpose.FACTS))
                .isEqualTo("Channel,Placed on,State,Going to,Items,Pieces,Total,Delivery charge,Currency");
        assertThat(headings(ExportPurpose.DELIVERY))
                .isEqualTo("Order number,Channel,Placed on,State,Going to,Items,Pieces,Total,Delivery charge,Currency,"
                        + "Name,Company,Address,Town,County,Postcode,Country,Phone,E-mail,Delivery instructions,"
                        + "Nobody is named because");
        assertThat(headings(ExportPurpose.SERVICE)).endsWith(",Currency,Name,E-mail,User name,Nobody is named because");
        assertThat(headings(ExportPurpose.TAX_RECORD))
                .isEqualTo("Order number,Channel,Placed on,State,Going to,Invoice,Issued on,Net,VAT,Gross,Currency,"
                        + "Customer,Address,VAT number,Nobody is named because");
    }

    /** What leaves is on the list beside its kind of record, and the kind says that it holds it. */
    @Test
    void everyPurposeThatOpensPeopleSaysWhatLeavesAndTheOthersLetNothingLeave() {
        for (var purpose : Purpose.values()) {
            var exported = Arrays.stream(ExportPurpose.values())
                    .anyMatch(each -> each.carried().equals(Optional.of(purpose)));
            assertThat(CopyColumns.fields(purpose).isEmpty())
                    .as(purpose.title())
                    .isEqualTo(!exported);
            assertThat(exported ? SealedCopy.kind(purpose).purpose() : purpose).isEqualTo(purpose);
        }
    }

    @Test
    void aFileOfFactsNamesNobodyAndNoNumberOfAChannel() {
        var copy = made(as(Role.BOOKKEEPER), wish(ExportPurpose.FACTS));
        assertThat(copy.rows()).isEqualTo(all().size());
        var file = text(copies.fetch(shop, copy.id(), as(Role.DATA_PROTECTION)));
        assertThat(all()).noneMatch(order -> file.contains(order.channelOrderId()));
        assertThat(file).contains("Copy 1 of Demo Shop (made up), made by Demo Bookkeeper");
        assertThat(disclosed(copy)).isEmpty();
    }

    @Test
    void whoeverIsNamedStandsInTheLedgerByWhatIsReallyInTheirRow() {
        var copy = made(owner(), wish(ExportPurpose.DELIVERY));
        var file = text(copy);
        assertThat(copy.people()).isPositive();
        assertThat(copy.people() + copy.blank()).isEqualTo(copy.rows()).isEqualTo(all().size());
        var given = disclosed(copy);
        assertThat(given).hasSize(copy.rows());
        assertThat(given).allSatisfy(each -> {
            assertThat(each.recipient()).isEqualTo(Disclosure.OWN_COPY);
            assertThat(each.purpose()).isEqualTo(Purpose.DELIVERY);
            assertThat(each.person()).contains(owner().id());
        });
        assertThat(given.stream().filter(each -> each.categories().contains(DataCategory.NAME)))
                .hasSize(copy.people());
        assertThat(given).as("nobody has given any").noneMatch(each -> each.categories()
                .contains(DataCategory.INSTRUCTIONS));
        assertThat(file).contains("Testa Demoson-", " Example Row");
    }

    @Test
    void everyPageThatIsOpenedIsAnEntryOfTheJournalWithTheNumberOfTheCopy() {
        var copy = made(owner(), wish(ExportPurpose.SERVICE));
        var unused = text(copy);
        var entries = custody.in(shop, vault -> vault.journal().latest(10)).stream()
                .filter(entry -> entry.reason().equals("EXPORT_COPY_" + copy.number()))
                .toList();
        assertThat(entries).extracting(entry -> entry.kind()).containsExactly("export.service", "order.buyer");
    }

    @Test
    void aRoleMakesAndFetchesOnlyWhatItCarries() {
        assertThat(ExportPurpose.of(as(Role.PACKER))).containsExactly(ExportPurpose.FACTS, ExportPurpose.DELIVERY);
        assertThat(ExportPurpose.of(as(Role.BOOKKEEPER)))
                .containsExactly(ExportPurpose.FACTS, ExportPurpose.TAX_RECORD);
        assertThat(ExportPurpose.of(as(Role.DATA_PROTECTION))).containsExactly(ExportPurpose.FACTS);
        assertThatThrownBy(() -> made(as(Role.PACKER), wish(ExportPurpose.SERVICE)))
                .isInstanceOf(PurposeNotCarried.class);
        var copy = made(owner(), wish(ExportPurpose.SERVICE));
        assertThatThrownBy(() -> copies.fetch(shop, copy.id(), as(Role.PACKER))).isInstanceOf(PurposeNotCarried.class);
        assertThat(copies.fetches(shop, copy.id())).isEmpty();
        assertThat(copies.fetch(shop, copy.id(), as(Role.SERVICE))).isNotEmpty();
        assertThat(copies.fetches(shop, copy.id())).hasSize(1);
    }

    @Test
    void nobodyReceivesAFileThatNoAgreementCovers() {
        assertThatThrownBy(() -> made(owner(), to(OutsideService.ROYAL_MAIL, ExportPurpose.DELIVERY)))
                .hasMessageContaining("the agreement with it does not cover order number");
        assertThat(copies.latest(shop, 10)).isEmpty();
        agree(Set.of(DataCategory.values()));
        var copy = made(owner(), to(OutsideService.ROYAL_MAIL, ExportPurpose.DELIVERY));
        assertThat(disclosed(copy)).extracting(Disclosure::recipient).containsOnly("ROYAL_MAIL");
        recipients.end(shop, "ROYAL_MAIL", owner().id());
        assertThatThrownBy(() -> made(owner(), to(OutsideService.ROYAL_MAIL, ExportPurpose.DELIVERY)))
                .hasMessageContaining("no agreement with it is on file");
    }

    @Test
    void whoseUseIsRestrictedOrWhoWasErasedIsLeftBlankWithTheReason() {
        var named = all().stream()
                .filter(order -> order.recipientEndsOn().isPresent())
                .limit(2)
                .toList();
        custody.in(shop, vault -> {
            vault.restrictions().restrict(named.get(0).subject(), "RESTRICTION");
            return vault.forget(List.of(named.get(1).subject()), Set.of(Purpose.DELIVERY), "TEST");
        });
        var file = text(made(owner(), wish(ExportPurpose.DELIVERY)));
        assertThat(row(file, named.get(0))).contains("\"use restricted\"").contains("\"\",\"\",\"\"");
        assertThat(row(file, named.get(1))).contains("\"erased on ").contains("\"\",\"\",\"\"");
    }

    @Test
    void nobodyOutlivesTheirEndInAFile() {
        var order = inState(OrderState.READY);
        moveOrders.to(OrderState.DISPATCHED, shop, List.of(order), Optional.empty());
        var ends = orders.one(shop, order).orElseThrow().recipientEndsOn().orElseThrow();
        var days = (int) (ends.toEpochDay() - clock.today().toEpochDay());
        trainingClock.forward(days - 3, turned -> {});
        var facts = orders.one(shop, order).orElseThrow();
        assertThat(row(text(made(owner(), wish(ExportPurpose.DELIVERY))), facts))
                .contains("before this copy");
        var three = new ExportWish(
                ExportPurpose.DELIVERY,
                Optional.empty(),
                "made up by a test",
                CopyFormat.CSV,
                3,
                wish(ExportPurpose.DELIVERY).orders());
        assertThat(row(text(made(owner(), three)), facts)).doesNotContain("before this copy");
    }

    @Test
    void aCopyIsFetchedUntilItsEndAndThenByNobody() {
        var people = made(owner(), wish(ExportPurpose.DELIVERY));
        var facts = made(owner(), wish(ExportPurpose.FACTS));
        trainingClock.forward(6, turned -> {});
        assertThat(text(people)).isEqualTo(text(people));
        trainingClock.forward(1, turned -> {});
        for (var copy : List.of(people, facts)) {
            assertThatThrownBy(() -> copies.fetch(shop, copy.id(), owner())).hasMessageContaining("ended");
        }
        assertThat(DATABASE.count("SELECT count(*) FROM counterfoil.export_facts WHERE seller_id = '" + shop + "'"))
                .isZero();
    }

    @Test
    void whatIsWithdrawnIsGoneAtOnceWhicheverPurposeItHad() {
        for (var purpose : List.of(ExportPurpose.SERVICE, ExportPurpose.FACTS)) {
            var copy = made(owner(), wish(purpose));
            copies.withdraw(shop, copy.id(), as(Role.DATA_PROTECTION).id());
            assertThatThrownBy(() -> copies.fetch(shop, copy.id(), owner())).hasMessageContaining("withdrawn");
            copies.withdraw(shop, copy.id(), owner().id());
            assertThat(copies.one(shop, copy.id()).state()).isEqualTo(CopyState.WITHDRAWN);
        }
        assertThat(DATABASE.count("SELECT count(*) FROM counterfoil.vault_record WHERE kind LIKE 'export.%'"
                        + " AND kind <> 'export.reason' AND seller_id = '" + shop + "'"))
                .isZero();
    }

    @Test
    void copiesThatNameSomebodyWhoIsErasedAreDestroyed() {
        var delivery = made(owner(), wish(ExportPurpose.DELIVERY));
        var facts = made(owner(), wish(ExportPurpose.FACTS));
        var named = named(delivery);
        assertThat(copies.naming(shop, List.of(named)).get(named))
                .extracting(Copy::id)
                .containsExactly(delivery.id());
        assertThat(copies.destroyNaming(shop, List.of(named), Optional.empty())).isEqualTo(1);
        assertThatThrownBy(() -> text(delivery)).hasMessageContaining("destroyed");
        assertThat(text(facts)).isNotEmpty();
        assertThat(copies.naming(shop, List.of(named)).get(named))
                .as("whoever has downloaded it still has to destroy it")
                .hasSize(1);
    }

    @Test
    void ofInvoicesTheCustomerIsNamedWhereTheInvoiceNamesThem() {
        var ids = all().stream()
                .filter(order -> order.state() == OrderState.READY)
                .limit(2)
                .toList();
        issueInvoices.forOrder(shop, ids.get(0).id(), true, Optional.empty());
        issueInvoices.forOrder(shop, ids.get(1).id(), false, Optional.empty());
        var copy = made(as(Role.BOOKKEEPER), wish(ExportPurpose.TAX_RECORD));
        assertThat(List.of(copy.rows(), copy.people(), copy.blank())).containsExactly(2, 1, 1);
        assertThat(row(text(copy), ids.get(1))).contains("\"the invoice names no customer\"");
    }

    @Test
    void whyACopyWasMadeIsReadByThoseWhoAnswerForItAndStandsInNoColumn() {
        var wish = new ExportWish(
                ExportPurpose.FACTS,
                Optional.empty(),
                "Ottilie wants it",
                CopyFormat.XLSX,
                1,
                wish(ExportPurpose.FACTS).orders());
        var copy = made(as(Role.PACKER), wish);
        assertThat(copies.reason(shop, copy, as(Role.DATA_PROTECTION))).contains("Ottilie wants it");
        assertThat(copies.reason(shop, copy, as(Role.PACKER))).isEmpty();
        assertThat(wish.toString()).doesNotContain("Ottilie");
    }

    @Test
    void aCopyThatCannotBeMadeSaysSoAndKeepsNothing() {
        shop = shops.open();
        assertThatThrownBy(() -> made(owner(), wish(ExportPurpose.FACTS))).hasMessageContaining("No order fits");
        assertThat(copies.latest(shop, 1)).extracting(Copy::state).containsExactly(CopyState.STOPPED);
        assertThatThrownBy(() -> copies.one(shop, new UUID(1, 1))).hasMessageContaining("no such copy");
    }

    private void agree(Set<DataCategory> categories) {
        recipients.agree(
                shop,
                new Agreement(
                        "ROYAL_MAIL",
                        RecipientRole.CONTROLLER,
                        clock.today(),
                        new Country("GB"),
                        Safeguard.NOT_NEEDED,
                        Optional.empty(),
                        categories,
                        clock.today().plusYears(1)),
                Optional.empty());
    }

    private List<Disclosure> disclosed(Copy copy) {
        return disclosures
                .ofOrders(shop, all().stream().map(order -> order.id().value()).toList())
                .stream()
                .map(Disclosure.Entry::what)
                .filter(each ->
                        each.act() == DisclosingAct.EXPORT && each.account().equals(copy.id()))
                .toList();
    }

    private UUID named(Copy copy) {
        return all().stream()
                .map(order -> order.id().value())
                .filter(order -> copies.naming(shop, List.of(order)).getOrDefault(order, List.of()).stream()
                        .anyMatch(each -> each.id().equals(copy.id())))
                .findFirst()
                .orElseThrow();
    }

    private OrderId inState(OrderState state) {
        return all().stream()
                .filter(order ->
                        order.state() == state && order.recipientEndsOn().isPresent())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static String headings(ExportPurpose purpose) {
        return String.join(
                ",",
                CopyColumns.of(purpose).stream()
                        .map(CopyColumns.Column::heading)
                        .toList());
    }

    private static String row(String file, OrderFacts order) {
        return file.lines()
                .filter(line -> line.contains(order.channelOrderId()))
                .findFirst()
                .orElseThrow();
    }
}
