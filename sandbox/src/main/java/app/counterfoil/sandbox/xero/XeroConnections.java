package app.counterfoil.sandbox.xero;

import app.counterfoil.sandbox.http.Door;
import app.counterfoil.sandbox.http.Reply;
import app.counterfoil.sandbox.http.Request;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Which organisation a token is for. */
public final class XeroConnections implements Door {

    private static final JsonMapper JSON = new JsonMapper();

    private final Xero xero;

    /** Tells of that world's organisations. */
    public XeroConnections(Xero xero) {
        this.xero = xero;
    }

    @Override
    public String name() {
        return "xero-identity";
    }

    @Override
    public boolean serves(String path) {
        return path.equals("/Connections");
    }

    @Override
    public Reply answer(Request request) {
        var organisation = xero.organisation(request.header("authorization"));
        if (organisation.isEmpty()) {
            return XeroBooks.unauthorized();
        }
        var all = JSON.createArrayNode();
        all.addObject()
                .put("id", UUID.randomUUID().toString())
                .put("tenantId", organisation.get().tenant())
                .put("tenantType", "ORGANISATION")
                .put("tenantName", "Demo Company (made up)");
        return Reply.json(200, all);
    }
}
