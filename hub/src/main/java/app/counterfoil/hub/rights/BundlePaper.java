package app.counterfoil.hub.rights;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.paper.CannotPrint;
import app.counterfoil.hub.paper.LockedPdf;
import app.counterfoil.hub.paper.LockedPdf.Attached;
import app.counterfoil.hub.paper.PaperFonts;
import app.counterfoil.hub.paper.PaperPdf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a bundle into one locked PDF: to be read on its pages, and whole in the files that go along in it, one to be
 * read in a browser and one for machines; what the person has given is there as a table, too.
 */
@Component
class BundlePaper {

    /** So many orders stand on its pages; the files that go along have all. */
    private static final int MOST_PRINTED = 40;

    private static final JsonMapper JSON = new JsonMapper();

    private final ITemplateEngine templates;
    private final PaperFonts fonts;
    private final PaperPdf pdf;
    private final BusinessClock clock;

    BundlePaper(ITemplateEngine templates, PaperFonts fonts, PaperPdf pdf, BusinessClock clock) {
        this.templates = templates;
        this.fonts = fonts;
        this.pdf = pdf;
        this.clock = clock;
    }

    byte[] locked(BundleContent content, String passphrase) {
        var files = new LinkedHashMap<String, Attached>();
        files.put("your-data.json", new Attached("application/json", JSON.writeValueAsBytes(content)));
        files.put(
                "your-data.html",
                new Attached("text/html", html(content, content.orders(), false).getBytes(StandardCharsets.UTF_8)));
        files.put(
                "your-data.csv", new Attached("text/csv", BundleCsv.of(content).getBytes(StandardCharsets.UTF_8)));
        files.put(
                "your-data-csv-columns.txt",
                new Attached("text/plain", BundleCsv.README.getBytes(StandardCharsets.UTF_8)));
        return LockedPdf.of(pages(content), files, passphrase);
    }

    /** Letters that no font has are in the files; then the pages say so and have no orders. */
    private byte[] pages(BundleContent content) {
        var printed = content.orders()
                .subList(0, Math.min(MOST_PRINTED, content.orders().size()));
        try {
            return pages(content, printed);
        } catch (CannotPrint unprintable) {
            return pages(content, List.of());
        }
    }

    private byte[] pages(BundleContent content, List<BundleContent.OrderPart> printed) {
        var texts = new ArrayList<String>();
        texts.add(content.controller());
        content.account().forEach(held -> held.fields().forEach(field -> texts.add(field.value())));
        content.apart().forEach(held -> held.fields().forEach(field -> texts.add(field.value())));
        printed.forEach(order -> {
            order.bought().forEach(line -> texts.add(line.title()));
            order.held().forEach(held -> held.fields().forEach(field -> texts.add(field.value())));
        });
        fonts.require(texts);
        return pdf.of(html(content, printed, true), texts, "Your data", clock.today());
    }

    private String html(BundleContent content, List<BundleContent.OrderPart> orders, boolean onPaper) {
        var context = new Context(Locale.UK);
        context.setVariable("content", content);
        context.setVariable("orders", orders);
        context.setVariable("left", content.orders().size() - orders.size());
        context.setVariable("onPaper", onPaper);
        context.setVariable("fonts", fonts);
        return templates.process("rights/bundle", context);
    }
}
