package app.counterfoil.sandbox.numbers;

import app.counterfoil.sandbox.hmrc.Hmrc;
import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** HMRC's check of a British VAT number, version 2: for programs that have signed in for themselves. */
public final class BritishNumbers implements Door {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PATH =
            Pattern.compile("/organisations/vat/check-vat-number/lookup/(\\d{9}|\\d{12})(?:/(\\d{9}|\\d{12}))?");

    private final RegisteredNumbers numbers;
    private final Hmrc hmrc;

    /** Looks numbers up among those, for whoever has signed in at that office. */
    public BritishNumbers(RegisteredNumbers numbers, Hmrc hmrc) {
        this.numbers = numbers;
        this.hmrc = hmrc;
    }

    @Override
    public String name() {
        return "hmrc-numbers";
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith("/organisations/vat/check-vat-number/");
    }

    @Override
    public Reply answer(Request request) {
        if (!request.header("accept").orElse("").equals("application/vnd.hmrc.2.0+json")) {
            return refusal(406, "ACCEPT_HEADER_INVALID");
        }
        if (!hmrc.isIn(request.header("authorization"))) {
            return refusal(401, "INVALID_CREDENTIALS");
        }
        var asked = PATH.matcher(request.path());
        if (!asked.matches()) {
            return refusal(400, "INVALID_REQUEST");
        }
        if (!numbers.isRegistered("GB" + asked.group(1))) {
            return refusal(404, "NOT_FOUND");
        }
        var answer = JSON.createObjectNode();
        answer.putObject("target").put("name", "A made-up business").put("vatNumber", asked.group(1));
        if (asked.group(2) != null) {
            answer.put("requester", asked.group(2)).put("consultationNumber", "aaa-" + numbers.consultation());
        }
        return Reply.json(200, answer.put("processingDate", "2026-01-01T00:00:00+00:00"));
    }

    private static Reply refusal(int status, String code) {
        return Reply.json(status, JSON.createObjectNode().put("code", code).put("message", "made up"));
    }
}
