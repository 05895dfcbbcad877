package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.SellerId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The seller's accounts at couriers, and who speaks to each. */
@Component
public class CourierAccounts {

    private final List<Courier> couriers;
    private final Accounts accounts;

    CourierAccounts(List<Courier> couriers, Accounts accounts) {
        this.couriers = couriers;
        this.accounts = accounts;
    }

    /** All accounts at couriers, the first connected first. */
    public List<Account> of(SellerId seller) {
        return accounts.of(seller).stream()
                .filter(account -> courier(account.service()).isPresent())
                .toList();
    }

    /** All couriers there are. */
    public List<Courier> couriers() {
        return couriers;
    }

    /** The name of a service as people know it; the code itself if no courier offers it any more. */
    public String title(String serviceCode) {
        return couriers.stream()
                .flatMap(courier -> courier.services().stream())
                .filter(service -> service.code().equals(serviceCode))
                .map(CourierService::title)
                .findFirst()
                .orElse(serviceCode);
    }

    /** The account that was chosen, or the first. */
    Account chosen(SellerId seller, Optional<UUID> wished) {
        return of(seller).stream()
                .filter(account -> wished.isEmpty() || account.id().equals(wished.get()))
                .findFirst()
                .orElseThrow(BookShipments.NoCourier::new);
    }

    /** The courier of a shipment, whether or not its account is still connected. */
    public Courier of(SellerId seller, Shipment shipment) {
        return accounts.serviceOf(seller, shipment.account())
                .flatMap(this::courier)
                .orElseThrow(BookShipments.NoCourier::new);
    }

    /** Whether the service gives a tracking number; so it is taken of one that is not known. */
    boolean isTracked(Account account, String serviceCode) {
        return courier(account).services().stream()
                .filter(service -> service.code().equals(serviceCode))
                .allMatch(CourierService::tracked);
    }

    /** Who speaks to the account. */
    Courier courier(Account account) {
        return courier(account.service()).orElseThrow(BookShipments.NoCourier::new);
    }

    private Optional<Courier> courier(OutsideService service) {
        return couriers.stream().filter(courier -> courier.service() == service).findFirst();
    }
}
