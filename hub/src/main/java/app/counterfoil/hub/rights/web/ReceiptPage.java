package app.counterfoil.hub.rights.web;

import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.rights.Receipts;
import app.counterfoil.hub.seller.SellerDetails;
import app.counterfoil.hub.storage.KnowsSellers;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A receipt, for whoever has it: open to everybody, it names nobody. */
@Controller
class ReceiptPage {

    static final String PATH = "/receipts";

    private final Receipts receipts;
    private final SellerDetails sellers;
    private final KnowsSellers known;

    ReceiptPage(Receipts receipts, SellerDetails sellers, KnowsSellers known) {
        this.receipts = receipts;
        this.sellers = sellers;
        this.known = known;
    }

    @GetMapping(PATH + "/{shop}/{code}")
    String show(@PathVariable UUID shop, @PathVariable String code, Model model) {
        var seller = new SellerId(shop);
        if (!known.allSellers().contains(seller)) {
            throw new NoSuchReceipt();
        }
        model.addAttribute("checked", receipts.check(seller, code).orElseThrow(NoSuchReceipt::new));
        model.addAttribute("shop", sellers.of(seller).tradingName());
        return "rights/receipt";
    }

    @ResponseStatus(HttpStatus.NOT_FOUND)
    private static final class NoSuchReceipt extends Refusal {
        NoSuchReceipt() {
            super("There is no such receipt.", "Look whether the address is whole, as it stands in the letter.");
        }
    }
}
