package app.counterfoil.hub.register.web;

import app.counterfoil.hub.measure.Written;
import app.counterfoil.hub.paper.PaperFonts;
import app.counterfoil.hub.paper.PaperPdf;
import app.counterfoil.hub.register.KeptPart;
import app.counterfoil.hub.register.KeptTexts;
import app.counterfoil.hub.register.RecordOfProcessing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Prints the register on A4. */
@Component
class RegisterPdf {

    private static final String TITLE = "Record of processing activities";

    private final ITemplateEngine templates;
    private final PaperFonts fonts;
    private final PaperPdf pdf;

    RegisterPdf(ITemplateEngine templates, PaperFonts fonts, PaperPdf pdf) {
        this.templates = templates;
        this.fonts = fonts;
        this.pdf = pdf;
    }

    byte[] of(RecordOfProcessing register) {
        var context = new Context(Locale.UK);
        context.setVariable("register", register);
        context.setVariable("contacts", KeptPart.contacts());
        context.setVariable("day", Written.longDay(register.day()));
        context.setVariable("fonts", fonts);
        return pdf.of(templates.process("register/pdf", context), typed(register), TITLE, register.day());
    }

    /** What people have written, for which a font is needed. */
    private static List<String> typed(RecordOfProcessing register) {
        var texts = new ArrayList<String>();
        texts.add(register.controller().tradingName());
        texts.addAll(register.controller().address());
        register.operator().inOneLine().ifPresent(texts::add);
        register.operator().subProcessors().forEach(each -> texts.add(each.name() + each.inWords()));
        register.kept().all().stream().map(KeptTexts.Entry::text).forEach(text -> {
            texts.add(text.name());
            texts.add(text.reach());
            texts.add(text.note());
        });
        return texts;
    }
}
