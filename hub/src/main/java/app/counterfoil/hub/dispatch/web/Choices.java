package app.counterfoil.hub.dispatch.web;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.dispatch.Courier;
import app.counterfoil.hub.dispatch.CourierService;
import java.util.List;
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
    void into(Model model, String territory) {
        into(model);
        model.addAttribute("services", services(!CourierService.isInland(territory)));
    }

    private List<CourierService> services(boolean abroad) {
        return couriers.stream()
                .flatMap(courier -> courier.services().stream())
                .filter(service -> service.abroad() == abroad)
                .toList();
    }
}
