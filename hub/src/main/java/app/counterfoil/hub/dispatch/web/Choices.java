package app.counterfoil.hub.dispatch.web;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.dispatch.Courier;
import app.counterfoil.hub.dispatch.CourierService;
import app.counterfoil.hub.dispatch.ParcelWish;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.Territory;
import app.counterfoil.hub.measure.Weight;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.ui.Model;

/**
 * What can be chosen for a parcel.
 *
 * @param accounts the seller's courier accounts
 * @param couriers who speaks to them
 */
record Choices(List<Account> accounts, List<Courier> couriers) {

    /** Services for both kinds of destinations. */
    void into(Model model) {
        model.addAttribute("hasCourier", !accounts.isEmpty());
        model.addAttribute("accounts", accounts);
        model.addAttribute("services", services(false));
        model.addAttribute("servicesAbroad", services(true));
        model.addAttribute(
                "formats",
                couriers.stream().flatMap(courier -> courier.formats().stream()).toList());
    }

    /** Only the services that go to that territory. */
    void into(Model model, Territory territory) {
        into(model);
        model.addAttribute("services", services(!territory.isInland()));
    }

    /**
     * What was chosen, if it is one of what can be.
     *
     * @param grams the weight as it was typed
     * @throws NotOffered if no courier has the service or the package
     * @throws NotGrams if the weight is no number of grams
     */
    ParcelWish wish(String service, String format, String grams, Optional<UUID> account, boolean evenIfNotAsked) {
        if (couriers.stream().flatMap(courier -> courier.services().stream()).noneMatch(each -> each.code()
                .equals(service))) {
            throw new NotOffered("Service", "service");
        }
        if (couriers.stream().flatMap(courier -> courier.formats().stream()).noneMatch(each -> each.code()
                .equals(format))) {
            throw new NotOffered("Package", "package");
        }
        if (!grams.strip().matches("\\d{1,6}")) {
            throw new NotGrams();
        }
        return new ParcelWish(service, format, new Weight(Integer.parseInt(grams.strip())), account, evenIfNotAsked);
    }

    private List<CourierService> services(boolean abroad) {
        return couriers.stream()
                .flatMap(courier -> courier.services().stream())
                .filter(service -> service.abroad() == abroad)
                .toList();
    }

    /** No courier offers what was sent. */
    static final class NotOffered extends Refusal {
        NotOffered(String field, String what) {
            super(field + ": no courier of yours has this " + what + ".", "Choose one from the list.");
        }
    }

    /** The weight is no number of grams. */
    static final class NotGrams extends Refusal {
        NotGrams() {
            super("Weight: this is not a whole number of grams.", "Write it like 450 for 450 g.");
        }
    }
}
