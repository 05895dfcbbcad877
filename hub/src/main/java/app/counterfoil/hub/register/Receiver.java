package app.counterfoil.hub.register;

import app.counterfoil.hub.connection.OutsideService;
import app.counterfoil.hub.disclosure.Agreement;
import app.counterfoil.hub.disclosure.DataCategory;
import app.counterfoil.hub.disclosure.Safeguard;
import app.counterfoil.hub.measure.Written;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody outside who receives personal data, and by what agreement (Art 30(1)(d) and (e)).
 *
 * @param service who
 * @param agreement what was agreed; empty if nothing is on file, and then nothing goes there
 * @param isOverdue whether its review is due
 */
public record Receiver(OutsideService service, Optional<Agreement> agreement, boolean isOverdue) {

    private static final String HOME = "GB";

    static Receiver of(OutsideService service, Optional<Agreement> agreement, LocalDate today) {
        return new Receiver(
                service,
                agreement,
                agreement.filter(each -> each.isOverdue(today)).isPresent());
    }

    /** The name people know. */
    public String name() {
        return service.shortTitle();
    }

    /** What it may receive, in words; nothing without an agreement. */
    public String categories() {
        return agreement.map(each -> DataCategory.inWords(each.categories())).orElse("Nothing");
    }

    /** As what it receives. */
    public String role() {
        return agreement.map(each -> each.role().title()).orElse("No agreement on file: nothing is handed over");
    }

    /** The country where it keeps the data, and what protects it there, if that is not the United Kingdom. */
    public Optional<String> transfer() {
        return agreement
                .filter(each -> !each.country().code().equals(HOME))
                .map(each -> each.country().englishName() + " (" + name() + "): " + safeguard(each));
    }

    /** What protects the data where it is kept, with its day. */
    public String safeguard() {
        return agreement.map(Receiver::safeguard).orElse("");
    }

    private static String safeguard(Agreement agreement) {
        var day = agreement.safeguard() == Safeguard.NOT_NEEDED ? Optional.<LocalDate>empty() : agreement.safeguardOn();
        return agreement.safeguard().title()
                + day.map(on -> ", " + Written.longDay(on)).orElse("");
    }
}
