package app.counterfoil.hub.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.counterfoil.hub.disclosure.Disclosure;
import app.counterfoil.hub.export.Copies;
import app.counterfoil.hub.export.Copy;
import app.counterfoil.hub.export.CopyFormat;
import app.counterfoil.hub.export.CopyState;
import app.counterfoil.hub.export.ExportPurpose;
import app.counterfoil.hub.export.ExportWish;
import app.counterfoil.hub.export.MakeCopy;
import app.counterfoil.hub.export.Maker;
import app.counterfoil.hub.order.OrderFilter;
import app.counterfoil.hub.seller.Role;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files in which a requester stands are told of, destroyed with their data, and listed for those who have downloaded them. */
class FilesOnRequestTest extends RightsBench {

    @Autowired
    private MakeCopy makeCopy;

    @Autowired
    private Copies copies;

    @Autowired
    private RestrictOnRequest restrict;

    @Autowired
    private Notices notices;

    @Test
    void anErasureDestroysTheFilesTheyStandInAndHasTheOthersDestroyed() throws Exception {
        var testa = Somebody.fresh("Testa Demoson");
        var number = buysAtEbay(testa);
        download();
        var copy = made();
        var owner = shops.person(shop, Role.OWNER);
        assertThat(copies.fetch(shop, copy.id(), owner)).isNotEmpty();
        var id = asksAndIsKnown(RequestKind.ERASURE, byEmail(testa));
        assertThat(heldOn.look(shop, id, office, "TEST").stream().flatMap(order -> order.held().stream()))
                .filteredOn(held -> held.part().inFile())
                .extracting(HeldOnRequester.Held::fate)
                .containsExactly(HeldOnRequester.Fate.GOES);
        assertThat(pages.page(office, "/requests/" + id)).contains("Files they stand in", "Copy " + copy.number());

        erase.carryOut(shop, id, office);

        assertThat(copies.one(shop, copy.id()).state()).isEqualTo(CopyState.DESTROYED);
        assertThatThrownBy(() -> copies.fetch(shop, copy.id(), owner)).hasMessageContaining("destroyed");
        assertThat(log.of(shop, id)).extracting(RequestLog.Entry::what).contains(Step.FILES_DESTROYED);
        assertThat(notices.of(shop, id)).extracting(Notices.Notice::recipient).contains(Disclosure.OWN_COPY);
        var told = pages.asked(
                office, post("/requests/" + id + "/notices/OWN_COPY").param("confirmed", "true"));
        assertThat(told.getStatus()).isEqualTo(302);
        assertThat(notices.of(shop, id)).allMatch(Notices.Notice::isOver);
        assertThat(number).isNotEmpty();
    }

    @Test
    void aRestrictionDestroysThemAsWell() {
        var testa = Somebody.fresh("Testa Demoson");
        buysAtEbay(testa);
        download();
        var copy = made();
        var id = asksAndIsKnown(RequestKind.RESTRICTION, byEmail(testa));
        restrict.restrict(shop, id, office);
        assertThat(copies.one(shop, copy.id()).state()).isEqualTo(CopyState.DESTROYED);
        assertThat(made().state()).isEqualTo(CopyState.READY);
    }

    @Test
    void whatWasHandedOverIsTakenAlongWithoutNamesAndNumbers() throws Exception {
        var testa = Somebody.fresh("Testa Demoson");
        var number = buysAtEbay(testa);
        download();
        made();
        var file = pages.page(office, "/disclosures/month.csv");
        assertThat(file)
                .contains("Own copy (a file in the shop)", "File exported", "Customer service")
                .contains(order(number).id().toString())
                .doesNotContain("Testa", number);
        assertThat(pages.page(office, "/disclosures/month.csv?recipient=EBAY")).doesNotContain("File exported");
        assertThat(pages.page(office, "/disclosures?recipient=OWN_COPY")).contains("File exported", "Download as CSV");
    }

    private Copy made() {
        var maker = Maker.of(shops.person(shop, Role.OWNER));
        var wish = new ExportWish(
                ExportPurpose.SERVICE, Optional.empty(), "made up by a test", CopyFormat.CSV, 7, OrderFilter.all());
        return makeCopy.make(maker, wish, makeCopy.begin(maker, wish), (done, total, sentence) -> {});
    }
}
