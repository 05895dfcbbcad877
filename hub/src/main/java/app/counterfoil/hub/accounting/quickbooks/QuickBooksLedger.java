package app.counterfoil.hub.accounting.quickbooks;

import app.counterfoil.hub.accounting.Chart;
import app.counterfoil.hub.accounting.Chart.Code;
import app.counterfoil.hub.accounting.Entry;
import app.counterfoil.hub.accounting.Heading;
import app.counterfoil.hub.accounting.Ledger;
import app.counterfoil.hub.accounting.NotEntered;
import app.counterfoil.hub.accounting.ShortNumber;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Outside;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.HandOver;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.tax.VatRate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The books of a company at QuickBooks. A line of an invoice there goes by an item and not by an account, so what is chosen are
 * services, each with the account that it leads to. The same request id is done once; the number is looked for before, since
 * another connection of the same company has other request ids.
 */
@Component
@EnableConfigurationProperties(QuickBooksSettings.class)
class QuickBooksLedger implements Ledger {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NAME = OutsideService.QUICKBOOKS.shortTitle();

    /** What QuickBooks calls its own tax codes in the United Kingdom. */
    private static final Map<Heading, String> USUAL_VAT = Map.of(
            Heading.VAT_STANDARD, "20.0% S",
            Heading.VAT_REDUCED, "5.0% R",
            Heading.VAT_ZERO, "0.0% Z",
            Heading.VAT_EXEMPT, "Exempt",
            Heading.VAT_EXPORT, "0.0% Z",
            Heading.VAT_MARKETPLACE, "0.0% Z",
            Heading.VAT_NONE, "No VAT");

    private final QuickBooksCalls calls;

    QuickBooksLedger(QuickBooksCalls calls) {
        this.calls = calls;
    }

    @Override
    public OutsideService service() {
        return OutsideService.QUICKBOOKS;
    }

    @Override
    public void check(List<String> credentials) {
        var unused = accepted(credentials);
    }

    @Override
    public List<String> accepted(List<String> credentials) {
        return calls.accepted(credentials);
    }

    @Override
    public Chart chart(Account account) {
        var classes = new HashMap<String, String>();
        var names = new HashMap<String, String>();
        for (var each : calls.all(account, "Account")) {
            classes.put(text(each, "Id"), text(each, "Classification"));
            names.put(text(each, "Id"), text(each, "Name"));
        }
        var incomes = new ArrayList<Code>();
        var liabilities = new ArrayList<Code>();
        var others = new ArrayList<Code>();
        for (var each : calls.all(account, "Item")) {
            var of = each.path("IncomeAccountRef").path("value").asString("");
            var title = text(each, "Name") + " (to " + names.getOrDefault(of, "no account") + ")";
            var code = new Code(text(each, "Id"), title, Optional.empty());
            // An item in stock would move that stock.
            if (isActive(each) && Set.of("Service", "NonInventory").contains(text(each, "Type"))) {
                switch (classes.getOrDefault(of, "")) {
                    case "Revenue" -> incomes.add(code);
                    case "Liability" -> liabilities.add(code);
                    default -> others.add(code);
                }
            }
        }
        var vatCodes = vatCodes(account);
        var usual = new EnumMap<Heading, String>(Heading.class);
        USUAL_VAT.forEach((heading, name) -> vatCodes.stream()
                .filter(code -> code.title().equals(name))
                .findFirst()
                .ifPresent(code -> usual.put(heading, code.code())));
        var sales = incomes.stream()
                .filter(each -> each.title().startsWith("Sales"))
                .findFirst();
        return Chart.proposing(
                incomes, liabilities, others, vatCodes, sales.map(Code::code).orElse(""), usual);
    }

    /** Those of one rate for sales, and those of none. */
    private List<Code> vatCodes(Account account) {
        var rates = new HashMap<String, VatRate>();
        for (var each : calls.all(account, "TaxRate")) {
            if (each.path("RateValue").isNumber()) {
                var value = each.path("RateValue").decimalValue().movePointRight(2);
                rates.put(text(each, "Id"), new VatRate(value.intValue()));
            }
        }
        var codes = new ArrayList<Code>();
        for (var each : calls.all(account, "TaxCode")) {
            var of = each.path("SalesTaxRateList")
                    .path("TaxRateDetail")
                    .valueStream()
                    .map(detail -> detail.path("TaxRateRef").path("value").asString(""))
                    .toList();
            var rate = of.isEmpty() ? new VatRate(0) : rates.get(of.get(0));
            if (isActive(each) && of.size() <= 1 && rate != null) {
                var place = new TaxPlace(text(each, "Id"), of.isEmpty() ? "" : of.get(0));
                codes.add(new Code(place.written(), text(each, "Name"), Optional.of(rate)));
            }
        }
        return codes;
    }

    @Override
    public Set<DataCategory> handsOver(Entry entry) {
        return SaleRequest.handsOver(SaleRequest.of(entry), entry);
    }

    @Override
    public Found enter(HandOver leave, Account account, Entry entry, String key) {
        var request = SaleRequest.of(entry);
        leave.refuseUnlessWritten(account.id(), SaleRequest.handsOver(request, entry));
        if (find(account, entry.number(), entry.isCredit()).isPresent()) {
            throw NotEntered.numberTaken(NAME, entry.number());
        }
        request.putObject("CustomerRef").put("value", customer(account, entry, key));
        var document = Document.of(entry.isCredit());
        var answer = calls.post(account, document.path(), key, request);
        if (answer.status() == 400) {
            throw refused(answer, entry);
        }
        QuickBooksCalls.refuseUnlessDone(answer);
        return found(QuickBooksCalls.json(answer).path(document.kind()), document);
    }

    @Override
    public Optional<Found> find(Account account, String number, boolean credit) {
        var document = Document.of(credit);
        var sought = ShortNumber.of(number, SaleRequest.LONGEST_NUMBER);
        for (var each : calls.where(account, document.kind(), "DocNumber", sought)) {
            if (text(each, "DocNumber").equals(sought)) {
                return Optional.of(found(each, document));
            }
        }
        return Optional.empty();
    }

    /** The id of the customer that names nobody; made if it is not there. */
    private String customer(Account account, Entry entry, String key) {
        var name = SaleRequest.customer(entry);
        var there = calls.where(account, "Customer", "DisplayName", name).path(0);
        if (there.isObject()) {
            return id(there);
        }
        var body = JSON.createObjectNode().put("DisplayName", name);
        if (!entry.currency().getCurrencyCode().equals("GBP")) {
            body.putObject("CurrencyRef").put("value", entry.currency().getCurrencyCode());
        }
        var answer = calls.post(account, "customer", "c-" + key, body);
        if (answer.status() == 400) {
            throw new NotEntered(
                    NAME + " does not take the customer “" + name + "”.",
                    "Add a customer of that name and currency there, then enter it again.");
        }
        QuickBooksCalls.refuseUnlessDone(answer);
        return id(QuickBooksCalls.json(answer).path("Customer"));
    }

    private static String id(JsonNode of) {
        var id = text(of, "Id");
        if (!id.matches("\\d{1,20}")) {
            throw QuickBooksCalls.notUnderstood("no id");
        }
        return id;
    }

    private static Found found(JsonNode told, Document document) {
        var currency = told.path("CurrencyRef").path("value").asString("GBP");
        try {
            var vat = Money.of(plain(told.path("TxnTaxDetail").path("TotalTax")), currency);
            var net = Money.of(plain(told.path("TotalAmt")), currency).minus(vat);
            return new Found(id(told), text(told, "PrivateNote"), document.signed(net), document.signed(vat));
        } catch (Refusal unreadable) {
            throw QuickBooksCalls.notUnderstood("no sums");
        }
    }

    private static String plain(JsonNode amount) {
        return amount.isNumber() ? amount.decimalValue().toPlainString() : "";
    }

    private static boolean isActive(JsonNode each) {
        return each.path("Active").asBoolean(true);
    }

    private static String text(JsonNode each, String field) {
        return each.path(field).asString("");
    }

    /** By its number and what its words are about, never by the words: they can quote the customer. */
    private static NotEntered refused(Outside.Answer answer, Entry entry) {
        var error = QuickBooksCalls.json(answer).path("Fault").path("Error").path(0);
        var words = text(error, "Detail").toLowerCase(Locale.ROOT);
        return switch (text(error, "code")) {
            case "6140" -> NotEntered.numberTaken(NAME, entry.number());
            case "6210" ->
                new NotEntered(
                        NAME + " has closed its books for that day.",
                        "Move the closing date there and enter it again, or enter the sale there by hand at a later day.");
            case "2500" ->
                words.contains("tax")
                        ? new NotEntered(
                                NAME + " does not know a VAT code any more.",
                                "Choose another under Accounts and VAT codes, then enter it again.")
                        : new NotEntered(
                                NAME + " does not know an item any more.",
                                "Choose another under Accounts and VAT codes, then enter it again.");
            default ->
                words.contains("currency")
                        ? new NotEntered(
                                NAME + " does not keep books in "
                                        + entry.currency().getCurrencyCode() + ".",
                                "Add the currency there, then enter it again.")
                        : new NotEntered(
                                NAME + " does not take the entry.",
                                "Look at accounts and VAT codes, then enter it again. If it stays so, tell us.");
        };
    }
}
