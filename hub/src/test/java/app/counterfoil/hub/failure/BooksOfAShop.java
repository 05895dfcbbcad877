package app.counterfoil.hub.failure;

import app.counterfoil.hub.accounting.ConfirmBooks;
import app.counterfoil.hub.accounting.EntryWay;
import app.counterfoil.hub.accounting.LedgerAccounts;
import app.counterfoil.hub.channel.ConnectChannel;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.BusinessClock;
import java.util.List;

/** The books of a shop at an accounting service. */
record BooksOfAShop(ShopOnAFolder shop) {

    /** They are connected, and somebody confirms that each invoice is entered there from today on. */
    void connected() {
        var account = shop.part(ConnectChannel.class)
                .connect(shop.shop(), OutsideService.XERO, "Test", List.of("demo-xero-client-1", "demo-xero-secret-1"));
        var proposed = shop.part(LedgerAccounts.class).chart(account).proposal();
        var today = shop.part(BusinessClock.class).today();
        shop.part(ConfirmBooks.class)
                .of(
                        account,
                        new ConfirmBooks.Choice(EntryWay.EACH, today, proposed),
                        shop.owner().id());
    }
}
