package app.counterfoil.hub.seller;

import java.util.List;
import java.util.Map;

/** The routes of invoices and books among them. */
final class TheirBookRoutes {

    private final TheirRoutes routes;
    private final TheirShop theirs;
    private final String order;

    TheirBookRoutes(TheirRoutes routes, TheirShop theirs) {
        this.routes = routes;
        this.theirs = theirs;
        this.order = "/orders/" + theirs.order();
    }

    void add() {
        orderInvoices();
        books();
        invoices();
        credits();
    }

    private void orderInvoices() {
        routes.closed("POST /orders/{id}/invoice", order + "/invoice");
        routes.closed("POST /orders/{id}/invoice/full", order + "/invoice/full");
        routes.closed("POST /orders/{id}/invoice/aside", order + "/invoice/aside");
        routes.closed("POST /orders/{id}/invoice/place", order + "/invoice/place", Map.of("inside", "true"));
        routes.closed("POST /orders/{id}/invoice/number/ask", order + "/invoice/number/ask");
        routes.closed("POST /orders/{id}/invoice/number", order + "/invoice/number", Map.of("registered", "true"));
    }

    private void books() {
        var theirs = "/bookkeeping/" + this.theirs.ledger().id();
        routes.silent("GET /books", "/books");
        routes.silent("GET /bookkeeping", "/bookkeeping");
        routes.silent("GET /bookkeeping/documents.csv", "/bookkeeping/documents.csv");
        routes.silent("GET /bookkeeping/journal.csv", "/bookkeeping/journal.csv");
        routes.closed("GET /bookkeeping/{account}/compare", theirs + "/compare");
        routes.closed("GET /bookkeeping/{account}/codes", theirs + "/codes");
        routes.closed("POST /bookkeeping/{account}/codes", theirs + "/codes", MyForms.BOOKS);
        routes.closed("POST /bookkeeping/{account}/try", theirs + "/try");
        routes.closed(
                "POST /bookkeeping/postings/{id}/again", "/bookkeeping/postings/" + this.theirs.posting() + "/again");
    }

    private void invoices() {
        routes.silent("GET /invoices", "/invoices");
        routes.silent("GET /invoices/documents", "/invoices/documents");
        routes.silent("POST /invoices/documents", "/invoices/documents", Map.of("number", "V2026-000001"));
        routes.silent("GET /exports/papers", "/exports/papers");
        routes.silent("POST /exports/papers", "/exports/papers", Map.of("reason", "made up by a test"));
        for (var form : List.of("pdf", "forms", "xml", "ubl")) {
            routes.closed("GET /invoices/{id}/" + form, "/invoices/" + theirs.invoice() + "/" + form);
        }
        routes.silent("POST /invoices/open/try", "/invoices/open/try");
        routes.silent("GET /invoices/rates", "/invoices/rates");
        routes.silent("POST /invoices/rates", "/invoices/rates", MyForms.RATE);
        routes.silent("GET /invoices/evidence", "/invoices/evidence");
        routes.silent("POST /invoices/evidence", "/invoices/evidence", routes.ofTheirOrder());
        routes.silent("POST /invoices/evidence/withdraw", "/invoices/evidence/withdraw", routes.ofTheirOrder());
        routes.silent("GET /invoices/vat", "/invoices/vat");
        routes.silent("POST /invoices/vat", "/invoices/vat", MyForms.STANDING);
        routes.silent("POST /invoices/vat/withdraw", "/invoices/vat/withdraw", Map.of("holdsFrom", "2026-01-01"));
        routes.silent("POST /invoices/vat/rates", "/invoices/vat/rates", MyForms.RATE_THERE);
        routes.silent("POST /invoices/vat/rates/withdraw", "/invoices/vat/rates/withdraw", MyForms.RATE_THERE);
        routes.silent("GET /invoices/products", "/invoices/products");
        routes.silent("POST /invoices/products", "/invoices/products", MyForms.PRODUCT);
        routes.silent("POST /invoices/products/most", "/invoices/products/most", Map.of("most", "ZERO"));
    }

    private void credits() {
        routes.silent("GET /invoices/look", "/invoices/look");
        routes.silent("POST /invoices/look", "/invoices/look");
        routes.silent("GET /invoices/look/sample", "/invoices/look/sample");
        routes.closed("GET /invoices/look/{id}/logo", "/invoices/look/" + theirs.invoice() + "/logo");
        routes.closed("GET /orders/{id}/pro-forma", order + "/pro-forma");
        routes.closed("POST /orders/{id}/invoice/modified", order + "/invoice/modified");
        routes.closed("GET /orders/{id}/invoice/consolidated", order + "/invoice/consolidated");
        routes.closed("POST /orders/{id}/invoice/consolidated", order + "/invoice/consolidated");
        var credit = "/invoices/" + theirs.invoice() + "/credit";
        routes.silent("GET /invoices/refunds", "/invoices/refunds");
        routes.silent(
                "POST /invoices/refunds",
                "/invoices/refunds",
                Map.of("order", theirs.order().toString(), "aside", "true"));
        routes.closed("GET /invoices/{id}/credit", credit);
        routes.closed("POST /invoices/{id}/credit", credit, MyForms.CREDIT);
    }
}
