package app.counterfoil.hub.privacy;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.register.KeptPart;
import app.counterfoil.hub.register.KeptTexts;
import app.counterfoil.hub.register.RegisterTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Tells everybody whom to ask about their data: the data protection officer and the contact that stand in the register now
 * (Art 13(1)(b)). They are part of no version: whoever has left the post is named no longer.
 */
@Component
public class WhomToAsk {

    /** Anybody may open the public page, and each opening is an entry of the journal. */
    private static final Duration OPENED_LASTS = Duration.ofMinutes(10);

    private final RegisterTexts register;
    private final BusinessClock clock;
    private final Map<SellerId, Opened> opened = new ConcurrentHashMap<>();

    WhomToAsk(RegisterTexts register, BusinessClock clock) {
        this.register = register;
        this.clock = clock;
    }

    private record Opened(Instant at, List<Named> named) {}

    /**
     * Somebody to ask. Personal: it does not print.
     *
     * @param as what they are asked as, such as data protection officer
     * @param name who it is
     * @param reach how to reach them, or empty
     */
    public record Named(String as, String name, String reach) {
        @Override
        public String toString() {
            return "Named[" + as + "]";
        }
    }

    /** Those who are named, at most ten minutes ago; nobody if nobody is. */
    public List<Named> of(SellerId seller) {
        return opened.compute(
                        seller,
                        (shop, last) ->
                                last != null && last.at().plus(OPENED_LASTS).isAfter(clock.now())
                                        ? last
                                        : new Opened(clock.now(), look(shop)))
                .named();
    }

    /** Those who are named just now, for whoever changes it. */
    public List<Named> now(SellerId seller) {
        opened.remove(seller);
        return of(seller);
    }

    private List<Named> look(SellerId seller) {
        var kept = register.publicContacts(seller);
        return Stream.of(KeptPart.OFFICER, KeptPart.CONTACT)
                .flatMap(part -> named(part, kept).stream())
                .toList();
    }

    private static Optional<Named> named(KeptPart part, KeptTexts kept) {
        return kept.of(part).map(KeptTexts.Entry::text).map(text -> new Named(part.title(), text.name(), text.reach()));
    }
}
