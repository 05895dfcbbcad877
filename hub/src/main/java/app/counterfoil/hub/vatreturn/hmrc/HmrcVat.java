package app.counterfoil.hub.vatreturn.hmrc;

import app.counterfoil.hub.connection.Account;
import app.counterfoil.hub.connection.Outside;
import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.measure.Money;
import app.counterfoil.hub.vatreturn.Box;
import app.counterfoil.hub.vatreturn.Charge;
import app.counterfoil.hub.vatreturn.Declaration;
import app.counterfoil.hub.vatreturn.NineBoxes;
import app.counterfoil.hub.vatreturn.NotTaken;
import app.counterfoil.hub.vatreturn.Obligation;
import app.counterfoil.hub.vatreturn.Receipt;
import app.counterfoil.hub.vatreturn.TaxOffice;
import app.counterfoil.hub.vatreturn.VatPeriod;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** HMRC's VAT (MTD) API 1.0. */
@Component
@EnableConfigurationProperties(HmrcSettings.class)
class HmrcVat implements TaxOffice {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final HmrcCalls calls;

    HmrcVat(HmrcCalls calls) {
        this.calls = calls;
    }

    @Override
    public OutsideService service() {
        return OutsideService.HMRC;
    }

    @Override
    public void check(List<String> credentials) {
        calls.check(credentials);
    }

    @Override
    public URI signInPage(Account account, URI back, String state) {
        return calls.signInPage(account, back, state);
    }

    @Override
    public void grant(Account account, String code, URI back) {
        calls.grant(account, code, back);
    }

    @Override
    public boolean isGranted(Account account) {
        return calls.isGranted(account);
    }

    @Override
    public List<Obligation> obligations(Call call, LocalDate from, LocalDate to) {
        var wanted = new ArrayList<Obligation>();
        read(call, "obligations?from=" + from + "&to=" + to)
                .ifPresent(answer -> answer.path("obligations").forEach(each -> wanted.add(obligation(each))));
        return List.copyOf(wanted);
    }

    @Override
    public Receipt submit(Call call, String periodKey, NineBoxes boxes, Declaration declared) {
        var body = JSON.createObjectNode().put("periodKey", periodKey);
        for (var box : Box.values()) {
            body.put(box.field(), boxes.decimal(box));
        }
        // Nothing comes here without the declaration of a person.
        body.put("finalised", true);
        var answer = calls.call(
                call,
                "returns",
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
        if (answer.status() != 201) {
            throw refusal(answer);
        }
        var taken = HmrcCalls.json(answer);
        return new Receipt(
                taken.path("processingDate").asString(""),
                taken.path("formBundleNumber").asString(""),
                taken.path("paymentIndicator").asString(""),
                taken.path("chargeRefNumber").asString(""),
                answer.header("Receipt-ID"),
                answer.header("Receipt-Timestamp"));
    }

    @Override
    public Optional<NineBoxes> submitted(Call call, String periodKey) {
        return read(call, "returns/" + FraudPrevention.encoded(periodKey)).map(HmrcVat::boxes);
    }

    @Override
    public List<Charge> charges(Call call, LocalDate from, LocalDate to) {
        var charges = new ArrayList<Charge>();
        var between = "?from=" + from + "&to=" + to;
        read(call, "liabilities" + between).ifPresent(answer -> answer.path("liabilities")
                .forEach(each -> charges.add(new Charge(
                        each.path("type").asString(""),
                        each.has("taxPeriod")
                                ? Optional.of(new VatPeriod(
                                        day(each.path("taxPeriod"), "from"), day(each.path("taxPeriod"), "to")))
                                : Optional.empty(),
                        money(each, "originalAmount"),
                        money(each, "outstandingAmount"),
                        each.has("due") ? Optional.of(day(each, "due")) : Optional.empty()))));
        read(call, "payments" + between).ifPresent(answer -> answer.path("payments")
                .forEach(each -> charges.add(new Charge(
                        "Payment received",
                        Optional.empty(),
                        money(each, "amount").negated(),
                        Money.pence(0),
                        each.has("received") ? Optional.of(day(each, "received")) : Optional.empty()))));
        return List.copyOf(charges);
    }

    /** What is there; empty where HMRC knows of nothing. */
    private Optional<JsonNode> read(Call call, String path) {
        var answer = calls.call(call, path, HttpRequest.newBuilder());
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (answer.status() != 200) {
            throw refusal(answer);
        }
        return Optional.of(HmrcCalls.json(answer));
    }

    private static Obligation obligation(JsonNode each) {
        var key = each.path("periodKey").asString("");
        if (key.length() != 4) {
            throw HmrcCalls.notUnderstood("no period key");
        }
        return new Obligation(
                key,
                new VatPeriod(day(each, "start"), day(each, "end")),
                day(each, "due"),
                each.path("status").asString("").equals("F")
                        ? Optional.of(each.has("received") ? day(each, "received") : day(each, "end"))
                        : Optional.empty());
    }

    private static LocalDate day(JsonNode part, String field) {
        try {
            return LocalDate.parse(part.path(field).asString(""));
        } catch (DateTimeException unreadable) {
            throw HmrcCalls.notUnderstood("no day");
        }
    }

    private static NineBoxes boxes(JsonNode figures) {
        var pence = new ArrayList<Long>();
        for (var box : Box.values()) {
            pence.add(money(figures, box.field()).minor());
        }
        return new NineBoxes(pence);
    }

    private static Money money(JsonNode part, String field) {
        try {
            return Money.pence(decimal(part.path(field)).movePointRight(2).longValueExact());
        } catch (ArithmeticException notExact) {
            throw HmrcCalls.notUnderstood("no sum");
        }
    }

    private static BigDecimal decimal(JsonNode number) {
        if (!number.isNumber()) {
            throw HmrcCalls.notUnderstood("no sum");
        }
        return number.decimalValue();
    }

    /** By its code, which the contract lists. */
    private static RuntimeException refusal(Outside.Answer answer) {
        if (answer.status() < 300) {
            return HmrcCalls.notUnderstood("status " + answer.status());
        }
        if (answer.status() != 400 && answer.status() != 403) {
            return Outside.refusal(HmrcCalls.NAME, answer);
        }
        return switch (HmrcCalls.json(answer).path("code").asString("")) {
            case "DUPLICATE_SUBMISSION" -> NotTaken.standsAlready();
            case "TAX_PERIOD_NOT_ENDED" ->
                NotTaken.of("HMRC says that the period is not over.", "Submit it on the day after its last.");
            case "NOT_FINALISED" ->
                NotTaken.of("HMRC has not seen the declaration.", "Nothing was taken. Declare it once more.");
            case "PERIOD_KEY_INVALID" ->
                NotTaken.of(
                        "HMRC does not know this period any more.",
                        "Ask HMRC for your periods under VAT return, then declare it once more.");
            case "VRN_INVALID", "INVALID_VRN" ->
                NotTaken.of(
                        "HMRC does not know this VAT number.",
                        "An owner types it in again under Connections, New credentials.");
            case "CLIENT_OR_AGENT_NOT_AUTHORISED" ->
                NotTaken.of(
                        "HMRC does not let whoever has signed in there act for this business.",
                        "Sign up for Making Tax Digital for VAT at HMRC, or sign in there with the account of the business.");
            case "RULE_INSOLVENT_TRADER" ->
                NotTaken.of(
                        "HMRC says that the business is insolvent.",
                        "It takes such returns from nobody's program: call it.");
            case "VAT_TOTAL_VALUE",
                    "VAT_NET_VALUE",
                    "INVALID_NUMERIC_VALUE",
                    "INVALID_MONETARY_AMOUNT",
                    "INVALID_REQUEST" ->
                NotTaken.of(
                        "HMRC refuses the figures as they were sent.",
                        "Nothing was taken. Submit them in another way, note it here, and tell us.");
            default -> Outside.refusal(HmrcCalls.NAME, answer);
        };
    }
}
