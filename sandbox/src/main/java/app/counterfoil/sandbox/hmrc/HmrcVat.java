package app.counterfoil.sandbox.hmrc;

import app.counterfoil.sandbox.hmrc.Hmrc.Owed;
import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.LoopbackServer;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** HMRC's VAT (MTD) API 1.0: what is owed, what is submitted, what is to pay and was paid; with some of its test scenarios. */
public final class HmrcVat implements Door {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PATH = Pattern.compile("/organisations/vat/([^/]+)/([a-z]+)(?:/(.+))?");
    private static final DateTimeFormatter PROCESSED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX");

    /** What a header asks to be refused with. */
    private static final Map<String, Refused> SCENARIOS = Map.of(
            "INVALID_VRN", new Refused(400, "VRN_INVALID", "The provided VRN is invalid"),
            "INVALID_PERIODKEY", new Refused(400, "PERIOD_KEY_INVALID", "Invalid period key"),
            "INVALID_PAYLOAD", new Refused(400, "INVALID_REQUEST", "Invalid request"),
            "DUPLICATE_SUBMISSION",
                    new Refused(
                            403, "DUPLICATE_SUBMISSION", "The VAT return was already submitted for the given period"),
            "TAX_PERIOD_NOT_ENDED", CheckedReturn.NOT_ENDED,
            "INSOLVENT_TRADER",
                    new Refused(
                            403,
                            "RULE_INSOLVENT_TRADER",
                            "The remote endpoint has indicated that the Trader is insolvent"),
            "NOT_FOUND", new Refused(404, "NOT_FOUND", "The requested resource could not be found"));

    /** A refusal as the contract has it. */
    record Refused(int status, String code, String message) {

        Reply reply() {
            return Reply.json(status, JSON.createObjectNode().put("code", code).put("message", message));
        }
    }

    private final Hmrc hmrc;

    /** The VAT API of that office. */
    public HmrcVat(Hmrc hmrc) {
        this.hmrc = hmrc;
    }

    @Override
    public String name() {
        return "hmrc";
    }

    @Override
    public String call(Request request) {
        return request.method().equals("POST") ? "hmrc-submit" : "hmrc-read";
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith("/organisations/vat/");
    }

    @Override
    public Reply answer(Request request) {
        if (request.header(LoopbackServer.FAULT_HEADER).equals(Optional.of("UNAUTHORIZED"))) {
            hmrc.endSessions();
        }
        if (!hmrc.isIn(request.header("authorization"))) {
            return new Refused(401, "INVALID_CREDENTIALS", "Invalid Authentication information provided").reply();
        }
        if (!request.header("accept").equals(Optional.of("application/vnd.hmrc.1.0+json"))) {
            return new Refused(406, "ACCEPT_HEADER_INVALID", "The accept header is missing or invalid").reply();
        }
        var at = PATH.matcher(request.path());
        if (!at.matches() || !at.group(1).matches("\\d{9}")) {
            return scenario("INVALID_VRN").orElseThrow();
        }
        return request.header("gov-test-scenario")
                .flatMap(HmrcVat::scenario)
                .orElseGet(() -> answer(request, at.group(1), at.group(2), Optional.ofNullable(at.group(3))))
                .with("X-CorrelationId", UUID.randomUUID().toString());
    }

    private static Optional<Reply> scenario(String name) {
        return Optional.ofNullable(SCENARIOS.get(name)).map(Refused::reply);
    }

    private Reply answer(Request request, String vrn, String what, Optional<String> key) {
        return switch (request.method() + " " + what) {
            case "GET obligations" -> obligations(request, vrn);
            case "POST returns" -> submit(request, vrn);
            case "GET returns" ->
                key.flatMap(each -> hmrc.of(vrn, each))
                        .map(each -> Reply.json(200, each.figures()))
                        .orElseGet(() -> scenario("NOT_FOUND").orElseThrow());
            case "GET liabilities" -> liabilities(vrn);
            case "GET payments" -> payments(vrn);
            default -> scenario("NOT_FOUND").orElseThrow();
        };
    }

    private Reply obligations(Request request, String vrn) {
        var status = request.query("status").orElse("");
        var from = day(request.query("from"));
        var to = day(request.query("to"));
        if (from.isEmpty() && !status.equals("O")) {
            return new Refused(400, "INVALID_DATE_FROM", "The provided from date is invalid").reply();
        }
        if (to.isEmpty() && !status.equals("O")) {
            return new Refused(400, "INVALID_DATE_TO", "The provided to date is invalid").reply();
        }
        if (from.isPresent() && to.isPresent() && ChronoUnit.DAYS.between(from.get(), to.get()) > 366) {
            return new Refused(400, "INVALID_DATE_RANGE", "Invalid date range, must be 366 days or less").reply();
        }
        var answer = JSON.createObjectNode();
        var all = answer.putArray("obligations");
        for (var owed : hmrc.owedBy(vrn)) {
            var met = hmrc.of(vrn, owed.key());
            var letter = met.isPresent() ? "F" : "O";
            if ((status.isEmpty() || status.equals(letter)) && isBetween(owed, from, to)) {
                var each = all.addObject()
                        .put("periodKey", owed.key())
                        .put("start", owed.start().toString())
                        .put("end", owed.end().toString())
                        .put("due", owed.due().toString())
                        .put("status", letter);
                met.ifPresent(submitted -> each.put("received", submitted.on().toString()));
            }
        }
        return all.isEmpty() ? scenario("NOT_FOUND").orElseThrow() : Reply.json(200, answer);
    }

    private static boolean isBetween(Owed owed, Optional<LocalDate> from, Optional<LocalDate> to) {
        return from.filter(day -> owed.end().isBefore(day)).isEmpty()
                && to.filter(day -> owed.start().isAfter(day)).isEmpty();
    }

    private static Optional<LocalDate> day(Optional<String> written) {
        try {
            return written.map(LocalDate::parse);
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private Reply submit(Request request, String vrn) {
        ObjectNode figures;
        try {
            figures = (ObjectNode) JSON.readTree(request.body());
        } catch (JacksonException | ClassCastException notJson) {
            return scenario("INVALID_PAYLOAD").orElseThrow();
        }
        var refused = new CheckedReturn(figures, hmrc.owedBy(vrn), hmrc.today()).refusal();
        if (refused.isPresent()) {
            return refused.get().reply();
        }
        var key = figures.path("periodKey").asString("");
        figures.remove("finalised");
        if (!hmrc.keep(vrn, key, figures)) {
            return scenario("DUPLICATE_SUBMISSION").orElseThrow();
        }
        var number = String.format("%012d", Math.floorMod((vrn + key).hashCode(), 1_000_000_000));
        var answer = JSON.createObjectNode()
                .put("processingDate", PROCESSED.format(hmrc.now().atOffset(ZoneOffset.UTC)))
                .put("formBundleNumber", number)
                .put("paymentIndicator", "BANK");
        if (figures.path("netVatDue").decimalValue().signum() != 0) {
            answer.put("chargeRefNumber", "aCxFaNx0F" + number.substring(5));
        }
        return Reply.json(201, answer)
                .with("Receipt-ID", UUID.randomUUID().toString())
                .with(
                        "Receipt-Timestamp",
                        hmrc.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .with("Receipt-Signature", "This has been deprecated - DO NOT USE");
    }

    private Reply liabilities(String vrn) {
        var answer = JSON.createObjectNode();
        var all = answer.putArray("liabilities");
        for (var owed : hmrc.owedBy(vrn)) {
            hmrc.of(vrn, owed.key())
                    .map(submitted -> submitted.figures())
                    .filter(HmrcVat::isToPay)
                    .ifPresent(figures -> {
                        BigDecimal net = figures.path("netVatDue").decimalValue();
                        var each = all.addObject();
                        each.putObject("taxPeriod")
                                .put("from", owed.start().toString())
                                .put("to", owed.end().toString());
                        each.put("type", "VAT Return Debit Charge")
                                .put("originalAmount", net)
                                .put("outstandingAmount", net)
                                .put("due", owed.due().toString());
                    });
        }
        return all.isEmpty() ? scenario("NOT_FOUND").orElseThrow() : Reply.json(200, answer);
    }

    private Reply payments(String vrn) {
        var answer = JSON.createObjectNode();
        var all = answer.putArray("payments");
        hmrc.paidBy(vrn).forEach(paid -> all.addObject()
                .put("amount", paid.amount())
                .put("received", paid.on().toString()));
        return all.isEmpty() ? scenario("NOT_FOUND").orElseThrow() : Reply.json(200, answer);
    }

    private static boolean isToPay(ObjectNode figures) {
        return figures.path("totalVatDue")
                        .decimalValue()
                        .compareTo(figures.path("vatReclaimedCurrPeriod").decimalValue())
                > 0;
    }
}
