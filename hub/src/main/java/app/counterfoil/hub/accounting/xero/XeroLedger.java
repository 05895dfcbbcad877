package app.counterfoil.hub.accounting.xero;

import app.counterfoil.hub.accounting.Chart;
import app.counterfoil.hub.accounting.Chart.Code;
import app.counterfoil.hub.accounting.Entry;
import app.counterfoil.hub.accounting.Heading;
import app.counterfoil.hub.accounting.Ledger;
import app.counterfoil.hub.accounting.NotEntered;
import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Outside;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.HandOver;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.tax.VatRate;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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

/**
 * The books of an organisation at Xero. An entry is an authorised sales invoice. It is made by PUT, which only ever makes one
 * and refuses a number that is there: even without the idempotency key nothing could be there twice.
 */
@Component
@EnableConfigurationProperties(XeroSettings.class)
class XeroLedger implements Ledger {

    private static final JsonMapper JSON = new JsonMapper();

    /** Xero's own codes for the United Kingdom. */
    private static final Map<Heading, String> USUAL_VAT = Map.of(
            Heading.VAT_STANDARD, "OUTPUT2",
            Heading.VAT_REDUCED, "RROUTPUT",
            Heading.VAT_ZERO, "ZERORATEDOUTPUT",
            Heading.VAT_EXEMPT, "EXEMPTOUTPUT",
            Heading.VAT_EXPORT, "ZERORATEDOUTPUT",
            Heading.VAT_MARKETPLACE, "ZERORATEDOUTPUT",
            Heading.VAT_NONE, "NONE");

    /** Its account for sales in every chart that it makes. */
    private static final String USUAL_SALES = "200";

    private final XeroCalls calls;

    XeroLedger(XeroCalls calls) {
        this.calls = calls;
    }

    @Override
    public OutsideService service() {
        return OutsideService.XERO;
    }

    @Override
    public void check(List<String> credentials) {
        XeroCalls.refuseUnlessDone(calls.tried(credentials, "Accounts"));
    }

    @Override
    public Chart chart(Account account) {
        var accounts = new ArrayList<Code>();
        var liabilities = new ArrayList<Code>();
        var others = new ArrayList<Code>();
        for (var each : read(account, "Accounts").path("Accounts")) {
            if (isActive(each) && each.has("Code")) {
                switch (each.path("Class").asString("")) {
                    case "REVENUE" -> accounts.add(account(each));
                    case "LIABILITY" -> liabilities.add(account(each));
                    // No line goes to an account of a bank, or to one that Xero keeps itself.
                    case "ASSET", "EXPENSE", "EQUITY" -> {
                        if (!each.path("Type").asString("").equals("BANK") && !each.has("SystemAccount")) {
                            others.add(account(each));
                        }
                    }
                    default -> {}
                }
            }
        }
        var vatCodes = new ArrayList<Code>();
        for (var each : read(account, "TaxRates").path("TaxRates")) {
            if (isActive(each) && each.path("CanApplyToRevenue").asBoolean(false)) {
                var rate = each.path("EffectiveRate").decimalValue().movePointRight(2);
                vatCodes.add(new Code(
                        each.path("TaxType").asString(""),
                        each.path("Name").asString(""),
                        Optional.of(new VatRate(rate.intValue()))));
            }
        }
        return Chart.proposing(accounts, liabilities, others, vatCodes, USUAL_SALES, USUAL_VAT);
    }

    @Override
    public Set<DataCategory> handsOver(Entry entry) {
        return FieldsHandedOver.of(InvoiceRequest.of(entry), entry.way());
    }

    @Override
    public Found enter(HandOver leave, Account account, Entry entry, String key) {
        var request = InvoiceRequest.of(entry);
        leave.refuseUnlessWritten(account.id(), FieldsHandedOver.of(request, entry.way()));
        var body = JSON.createObjectNode();
        var document = Document.of(entry.isCredit());
        body.putArray(document.path()).add(request);
        var answer = calls.call(
                account,
                document.path(),
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
        if (answer.status() == 400) {
            throw refused(answer, entry);
        }
        XeroCalls.refuseUnlessDone(answer);
        return found(XeroCalls.json(answer).path(document.path()).path(0), document);
    }

    @Override
    public Optional<Found> find(Account account, String number, boolean credit) {
        var document = Document.of(credit);
        for (var each : read(account, document.path() + document.asked(number)).path(document.path())) {
            if (each.path(document.number()).asString("").equals(number)) {
                return Optional.of(found(each, document));
            }
        }
        return Optional.empty();
    }

    private JsonNode read(Account account, String path) {
        var answer = calls.call(account, path, HttpRequest.newBuilder());
        XeroCalls.refuseUnlessDone(answer);
        return XeroCalls.json(answer);
    }

    private static Found found(JsonNode invoice, Document document) {
        var id = invoice.path(document.id()).asString("");
        if (!id.matches("[0-9a-fA-F-]{36}")) {
            throw XeroCalls.notUnderstood("no invoice");
        }
        var currency = invoice.path("CurrencyCode").asString("");
        try {
            return new Found(
                    id,
                    invoice.path("Reference").asString(""),
                    document.signed(Money.of(plain(invoice.path("SubTotal")), currency)),
                    document.signed(Money.of(plain(invoice.path("TotalTax")), currency)));
        } catch (Refusal unreadable) {
            throw XeroCalls.notUnderstood("no sums");
        }
    }

    private static String plain(JsonNode amount) {
        return amount.isNumber() ? amount.decimalValue().toPlainString() : "";
    }

    private static boolean isActive(JsonNode each) {
        return each.path("Status").asString("").equals("ACTIVE");
    }

    /** People know an account by its code, so it stands before the name. */
    private static Code account(JsonNode each) {
        var code = each.path("Code").asString("");
        return new Code(code, code + " " + each.path("Name").asString(""), Optional.empty());
    }

    /** By what its words are about, never by the words: they can quote the customer. */
    private static NotEntered refused(Outside.Answer answer, Entry entry) {
        var said = new StringBuilder();
        XeroCalls.json(answer).path("Elements").forEach(element -> element.path("ValidationErrors")
                .forEach(
                        error -> said.append(error.path("Message").asString("")).append('\n')));
        var words = said.toString().toLowerCase(Locale.ROOT);
        if (words.contains("must be unique")) {
            return NotEntered.numberTaken(XeroCalls.NAME, entry.number());
        }
        if (words.contains("lock date")) {
            return new NotEntered(
                    XeroCalls.NAME + " has locked its books for that day.",
                    "Move the lock date there and enter it again, or enter the sale there by hand at a later day.");
        }
        if (words.contains("account code")) {
            return new NotEntered(
                    XeroCalls.NAME + " does not know an account any more.",
                    "Choose another under Accounts and VAT codes, then enter it again.");
        }
        if (words.contains("taxtype")) {
            return new NotEntered(
                    XeroCalls.NAME + " does not know a VAT code any more.",
                    "Choose another under Accounts and VAT codes, then enter it again.");
        }
        if (words.contains("currency")) {
            return new NotEntered(
                    XeroCalls.NAME + " does not keep books in "
                            + entry.currency().getCurrencyCode() + ".",
                    "Add the currency there, then enter it again.");
        }
        return new NotEntered(
                XeroCalls.NAME + " does not take the entry.",
                "Look at accounts and VAT codes, then enter it again. If it stays so, tell us.");
    }
}
