package app.counterfoil.hub.invoice;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Accounts;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.custody.HubJob;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.DisclosingAct;
import app.counterfoil.hub.disclosure.Disclosure;
import app.counterfoil.hub.disclosure.Disclosures;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.measure.VatNumber;
import app.counterfoil.hub.order.Buyer;
import app.counterfoil.hub.order.NoSuchOrder;
import app.counterfoil.hub.order.OrderFacts;
import app.counterfoil.hub.order.OrderId;
import app.counterfoil.hub.order.Orders;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Asks a register whether the VAT number of a customer is registered. The number is opened for that moment, told to the
 * register as the ledger of disclosures says, and kept nowhere else; what is kept is the answer, and under which number the
 * question is noted there.
 */
@Component
public class LookUpNumbers {

    private final List<VatRegister> registers;
    private final Accounts accounts;
    private final Orders orders;
    private final Custody custody;
    private final Disclosures disclosures;
    private final CustomerNumbers numbers;

    LookUpNumbers(
            List<VatRegister> registers,
            Accounts accounts,
            Orders orders,
            Custody custody,
            Disclosures disclosures,
            CustomerNumbers numbers) {
        this.registers = List.copyOf(registers);
        this.accounts = accounts;
        this.orders = orders;
        this.custody = custody;
        this.disclosures = disclosures;
        this.numbers = numbers;
    }

    /** A register that is connected and can be asked about orders like this one; without opening anything. */
    public Optional<OutsideService> service(SellerId seller, OrderFacts order) {
        var abroad = !order.territory().code().equals("GB");
        var wanted = abroad ? OutsideService.VIES : OutsideService.HMRC_NUMBERS;
        return accounts.of(seller).stream()
                .map(Account::service)
                .filter(wanted::equals)
                .findFirst();
    }

    /**
     * Asks, and notes what is said.
     *
     * @throws Refusal if the number is none, no register for it is connected, or it cannot be asked now
     */
    public VatRegister.Found of(SellerId seller, OrderId id, UUID person) {
        var order = orders.one(seller, id).orElseThrow(NoSuchOrder::new);
        var number = number(seller, order);
        var register = registers.stream()
                .filter(each -> each.knows(number))
                .findFirst()
                .orElseThrow(NoRegister::new);
        var account = accounts.of(seller).stream()
                .filter(each -> each.service() == register.service())
                .findFirst()
                .orElseThrow(() -> new NotConnected(register.service()));
        var leave = disclosures.write(
                seller,
                new Disclosure(
                        DisclosingAct.CHECK_NUMBER,
                        UUID.randomUUID(),
                        account.service().name(),
                        account.id(),
                        Purpose.TAX_RECORD,
                        Set.of(DataCategory.VAT_NUMBER),
                        order.id().value(),
                        order.subject(),
                        Optional.of(person)));
        var found = register.ask(leave, account, number);
        numbers.found(seller, id, found, register.service().shortTitle(), person);
        return found;
    }

    private VatNumber number(SellerId seller, OrderFacts order) {
        var opening = new Opening(HubJob.INVOICING, Purpose.SERVICE, "CHECK_VAT_NUMBER");
        var ref = new RecordRef(order.id().value(), order.subject());
        return custody.in(seller, vault -> vault.openOne(opening, Buyer.KIND, ref))
                .opened()
                .flatMap(buyer -> VatNumber.readOfAnyState(buyer.vatNumber()))
                .orElseThrow(NoNumber::new);
    }

    private static final class NoNumber extends Refusal {
        NoNumber() {
            super(
                    "The customer has given no VAT number, or one whose form or check digits are wrong.",
                    "Ask the customer for it. Until then say that it is not registered: the sale is taxed as one to a consumer.");
        }
    }

    private static final class NoRegister extends Refusal {
        NoRegister() {
            super(
                    "No register that is known here has numbers of that state.",
                    "Look it up there, and say what you found.");
        }
    }

    private static final class NotConnected extends Refusal {
        NotConnected(OutsideService service) {
            super(service.title() + " is not connected.", "An owner connects it under Connections; it costs nothing.");
        }
    }
}
