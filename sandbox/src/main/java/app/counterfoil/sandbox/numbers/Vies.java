package app.counterfoil.sandbox.numbers;

import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** VIES of the European Commission: whether a number is registered, with a request identifier for those who name themselves. */
public final class Vies implements Door {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PATH = "/taxation_customs/vies/rest-api/check-vat-number";
    private static final Set<String> STATES = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "XI");

    private final RegisteredNumbers numbers;

    /** Looks numbers up among those. */
    public Vies(RegisteredNumbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public String name() {
        return "vies";
    }

    @Override
    public boolean serves(String path) {
        return path.equals(PATH);
    }

    @Override
    public Reply answer(Request request) {
        JsonNode asked;
        try {
            asked = JSON.readTree(request.body());
        } catch (JacksonException notJson) {
            return refusal(400, "VOW-ERR-1");
        }
        var state = asked.path("countryCode").asString("");
        var number = asked.path("vatNumber").asString("");
        if (!STATES.contains(state) || number.isEmpty()) {
            return refusal(400, "INVALID_INPUT");
        }
        if (numbers.isAway(state)) {
            return refusal(500, "MS_UNAVAILABLE");
        }
        var requester = asked.path("requesterMemberStateCode").asString("");
        if (!requester.isEmpty() && !STATES.contains(requester)) {
            return refusal(400, "INVALID_REQUESTER_INFO");
        }
        return Reply.json(
                200,
                JSON.createObjectNode()
                        .put("countryCode", state)
                        .put("vatNumber", number)
                        .put("requestDate", "2026-01-01T00:00:00.000Z")
                        .put("valid", numbers.isRegistered(state + number))
                        .put("requestIdentifier", requester.isEmpty() ? "" : "WAPI" + numbers.consultation())
                        .put("name", "---")
                        .put("address", "---"));
    }

    private static Reply refusal(int status, String error) {
        var answer = JSON.createObjectNode().put("actionSucceed", false);
        answer.putArray("errorWrappers").addObject().put("error", error);
        return Reply.json(status, answer);
    }
}
