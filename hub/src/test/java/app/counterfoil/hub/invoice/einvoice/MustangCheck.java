package app.counterfoil.hub.invoice.einvoice;

import java.util.List;
import java.util.regex.Pattern;
import org.mustangproject.validator.ZUGFeRDValidator;

/** Asks Mustang whether a PDF is a Factur-X (ZUGFeRD): the file in it, what its metadata say of it, and its rules. */
public final class MustangCheck {

    private static final Pattern FAULT = Pattern.compile("<(?:error|exception|fatal)[^>]*>([^<]*)");

    private MustangCheck() {}

    /** What it finds wrong; empty if it accepts the PDF. */
    public static List<String> faults(byte[] pdf) {
        var validator = new ZUGFeRDValidator();
        validator.disableNotices();
        var report = validator.validate(pdf, "made-up.pdf");
        if (validator.wasCompletelyValid()) {
            return List.of();
        }
        var faults =
                FAULT.matcher(report).results().map(found -> found.group(1)).toList();
        return faults.isEmpty() ? List.of(report) : faults;
    }
}
