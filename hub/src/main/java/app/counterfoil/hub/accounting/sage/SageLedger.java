package app.counterfoil.hub.accounting.sage;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The books of a business at Sage. Sage knows no idempotency key and takes a number twice, so nothing is sent before it was
 * looked whether something of that number stands there; and whatever may have arrived is looked for after a while only.
 */
@Component
@EnableConfigurationProperties(SageSettings.class)
class SageLedger implements Ledger {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NAME = OutsideService.SAGE.shortTitle();

    /** Sage's own tax rates for the United Kingdom. */
    private static final Map<Heading, String> USUAL_VAT = Map.of(
            Heading.VAT_STANDARD, "GB_STANDARD",
            Heading.VAT_REDUCED, "GB_LOWER",
            Heading.VAT_ZERO, "GB_ZERO",
            Heading.VAT_EXEMPT, "GB_EXEMPT",
            Heading.VAT_EXPORT, "GB_ZERO",
            Heading.VAT_MARKETPLACE, "GB_ZERO",
            Heading.VAT_NONE, "GB_NO_TAX");

    /** The nominal code of its account for sales in every chart that it makes. */
    private static final int USUAL_SALES = 4000;

    private final SageCalls calls;

    SageLedger(SageCalls calls) {
        this.calls = calls;
    }

    @Override
    public OutsideService service() {
        return OutsideService.SAGE;
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
        var accounts = new ArrayList<Code>();
        var liabilities = new ArrayList<Code>();
        var others = new ArrayList<Code>();
        var sales = "";
        for (var each : calls.all(account, "ledger_accounts?visible_in=sales")) {
            var code = new Code(
                    each.path("id").asString(""), each.path("displayed_as").asString(""), Optional.empty());
            switch (each.path("ledger_account_type").path("id").asString("")) {
                case "SALES", "OTHER_INCOME" -> {
                    accounts.add(code);
                    sales = each.path("nominal_code").asInt(0) == USUAL_SALES ? code.code() : sales;
                }
                case "CURRENT_LIABILITY", "FUTURE_LIABILITY" -> liabilities.add(code);
                default -> others.add(code);
            }
        }
        var vatCodes = new ArrayList<Code>();
        for (var each : calls.all(account, "tax_rates")) {
            var rate = each.path("percentage");
            if (rate.isNumber()) {
                vatCodes.add(new Code(
                        each.path("id").asString(""),
                        each.path("displayed_as").asString(""),
                        Optional.of(new VatRate(
                                rate.decimalValue().movePointRight(2).intValue()))));
            }
        }
        return Chart.proposing(accounts, liabilities, others, vatCodes, sales, USUAL_VAT);
    }

    @Override
    public Set<DataCategory> handsOver(Entry entry) {
        return SaleRequest.of(entry).handsOver(entry);
    }

    @Override
    public Found enter(HandOver leave, Account account, Entry entry, String key) {
        var request = SaleRequest.of(entry);
        leave.refuseUnlessWritten(account.id(), request.handsOver(entry));
        if (find(account, entry.number(), entry.isCredit()).isPresent()) {
            throw NotEntered.numberTaken(NAME, entry.number());
        }
        var document = Document.of(entry.isCredit());
        var body = JSON.createObjectNode();
        body.putObject(document.field())
                .put("contact_id", contact(account, request.contact()))
                .setAll(request.document());
        var answer = calls.post(account, document.path(), body);
        if (answer.status() == 422) {
            throw refused(answer, entry);
        }
        SageCalls.refuseUnlessDone(answer);
        return found(SageCalls.json(answer), document);
    }

    @Override
    public Optional<Found> find(Account account, String number, boolean credit) {
        var document = Document.of(credit);
        var sought = ShortNumber.of(number, SaleRequest.LONGEST_REFERENCE);
        return calls.all(account, document.path() + "?search=" + SageCalls.encoded(sought)).stream()
                .filter(each -> each.path("reference").asString("").equals(sought))
                .findFirst()
                .map(each -> found(each, document));
    }

    /** The id of the contact there, looked for by its mark, so that no name stands in an address; made if it is not there. */
    private String contact(Account account, ObjectNode contact) {
        var reference = contact.path("reference").asString("");
        var there = calls.all(account, "contacts?search=" + SageCalls.encoded(reference)).stream()
                .filter(each -> each.path("reference").asString("").equals(reference))
                .findFirst();
        if (there.isPresent()) {
            return id(there.get());
        }
        var body = JSON.createObjectNode();
        body.set("contact", contact);
        var answer = calls.post(account, "contacts", body);
        if (answer.status() == 422) {
            throw new NotEntered(
                    NAME + " does not take the contact of the entry.",
                    "Enter it again. If it stays so, enter the sale there by hand.");
        }
        SageCalls.refuseUnlessDone(answer);
        return id(SageCalls.json(answer));
    }

    private static String id(JsonNode of) {
        var id = of.path("id").asString("");
        if (!id.matches("[0-9a-fA-F-]{32,36}")) {
            throw SageCalls.notUnderstood("no id");
        }
        return id;
    }

    private static Found found(JsonNode told, Document document) {
        var currency = told.path("currency").path("id").asString("");
        try {
            return new Found(
                    id(told),
                    told.path("notes").asString(""),
                    document.signed(Money.of(plain(told.path("net_amount")), currency)),
                    document.signed(Money.of(plain(told.path("tax_amount")), currency)));
        } catch (Refusal unreadable) {
            throw SageCalls.notUnderstood("no sums");
        }
    }

    private static String plain(JsonNode amount) {
        return amount.isNumber() ? amount.decimalValue().toPlainString() : "";
    }

    /** By what its words are about, never by the words: they can quote the customer. */
    private static NotEntered refused(Outside.Answer answer, Entry entry) {
        var said = new StringBuilder();
        SageCalls.json(answer).forEach(each -> said.append(each.path("$message").asString(""))
                .append(' ')
                .append(each.path("$source").asString(""))
                .append('\n'));
        var words = said.toString().toLowerCase(Locale.ROOT);
        if (words.contains("lockdown") || words.contains("locked")) {
            return new NotEntered(
                    NAME + " has locked its books for that day.",
                    "Move the lockdown date there and enter it again, or enter the sale there by hand at a later day.");
        }
        if (words.contains("ledger account") || words.contains("ledger_account")) {
            return new NotEntered(
                    NAME + " does not know an account any more.",
                    "Choose another under Accounts and VAT codes, then enter it again.");
        }
        if (words.contains("tax rate") || words.contains("tax_rate")) {
            return new NotEntered(
                    NAME + " does not know a VAT code any more.",
                    "Choose another under Accounts and VAT codes, then enter it again.");
        }
        if (words.contains("currency")) {
            return new NotEntered(
                    NAME + " does not keep books in " + entry.currency().getCurrencyCode() + ".",
                    "Add the currency there, then enter it again.");
        }
        return new NotEntered(
                NAME + " does not take the entry.",
                "Look at accounts and VAT codes, then enter it again. If it stays so, tell us.");
    }
}
