package app.counterfoil.hub.breach;

import app.counterfoil.hub.connection.OutsideService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What may be owed to somebody after a breach. Stored by its name. */
public enum Duty {
    /** To tell the regulator: Art 33(1) UK GDPR. */
    REGULATOR(
            "Tell the regulator", "Art 33: within 72 hours of becoming aware, unless a risk to people is unlikely", 72),
    /** Whoever runs the installation tells the seller: Art 33(2). */
    NOTICE(
            "Operator tells the seller",
            "Art 33(2): whoever runs the installation tells the shop without undue delay",
            0),
    /** To tell a channel whose contract wants to know, such as {@link OutsideService#toldOfBreaches}. */
    CHANNEL(
            tell(OutsideService.toldOfBreaches()),
            "Its contract: within 24 hours, if data of its orders is in scope",
            24),
    /** To write to the people: Art 34. */
    PEOPLE("Write to the people", "Art 34: without undue delay, if the risk to them is likely to be high", 0);

    private final String title;
    private final String rule;
    private final int hours;

    Duty(String title, String rule, int hours) {
        this.title = title;
        this.rule = rule;
        this.hours = hours;
    }

    private static String tell(List<OutsideService> services) {
        return services.stream().map(OutsideService::shortTitle).collect(Collectors.joining(" and ", "Tell ", ""));
    }

    /** How people call it. */
    public String title() {
        return title;
    }

    /** Where it stands, and what it says. */
    public String rule() {
        return rule;
    }

    /** How long after the seller became aware it must be done; empty where the law names no hours. */
    public Optional<Duration> within() {
        return hours == 0 ? Optional.empty() : Optional.of(Duration.ofHours(hours));
    }
}
