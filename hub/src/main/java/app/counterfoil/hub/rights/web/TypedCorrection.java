package app.counterfoil.hub.rights.web;

import app.counterfoil.hub.measure.Country;
import app.counterfoil.hub.measure.Postcode;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.order.Buyer;
import app.counterfoil.hub.order.CorrectPeople.People;
import app.counterfoil.hub.order.Recipient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is held on an order's people, as the form shows it and as it is typed over. Personal: it does not print. */
final class TypedCorrection {

    private static final int LONGEST = 200;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LINES = 3;
    private static final Set<String> TEXTS = Set.of("instructions", "giftMessage", "note");
    /** Without these a parcel arrives nowhere. */
    private static final Set<String> NEEDED = Set.of("line1", "town", "country");

    private final People held;
    private final Map<String, String> shown;
    private final Map<String, String> typed;

    private TypedCorrection(People held, Map<String, String> typed) {
        this.held = held;
        this.shown = shown(held);
        this.typed = typed;
    }

    /** The form as it is first seen. */
    static TypedCorrection of(People held) {
        return new TypedCorrection(held, Map.of());
    }

    /** The form as it was sent; what it leaves out stays as it is. */
    static TypedCorrection of(People held, Map<String, String> typed) {
        return new TypedCorrection(held, typed);
    }

    /**
     * A field of the form.
     *
     * @param name its name
     * @param label the words before it
     * @param isText whether it has several lines
     */
    public record Field(String name, String label, boolean isText) {
        static Field of(String name, String label) {
            return new Field(name, label, TEXTS.contains(name));
        }
    }

    /**
     * Fields that belong together.
     *
     * @param title what of
     * @param fields each of them
     */
    public record Part(String title, List<Field> fields) {}

    /** Whom it goes to and who bought it, as far as they are held. */
    List<Part> parts() {
        return Stream.of(new Part("Whom it goes to", ofRecipient()), new Part("Who bought it", ofBuyer()))
                .filter(part -> !part.fields().isEmpty())
                .toList();
    }

    private List<Field> ofRecipient() {
        return held.recipient().isEmpty()
                ? List.of()
                : List.of(
                        Field.of("name", "Name"),
                        Field.of("company", "Company"),
                        Field.of("line1", "House and street"),
                        Field.of("line2", "Address line 2"),
                        Field.of("line3", "Address line 3"),
                        Field.of("town", "Town"),
                        Field.of("county", "County"),
                        Field.of("postcode", "Postcode"),
                        Field.of("country", "Country"),
                        Field.of("phone", "Phone"),
                        Field.of("email", "E-mail for delivery notices"),
                        Field.of("instructions", "Delivery instructions"),
                        Field.of("giftMessage", "Gift message"));
    }

    private List<Field> ofBuyer() {
        return held.buyer().isEmpty()
                ? List.of()
                : List.of(
                        Field.of("buyerName", "Name"),
                        Field.of("buyerEmail", "E-mail"),
                        Field.of("note", "What they wrote"),
                        Field.of("vatNumber", "VAT number"));
    }

    /** What stands in a field. */
    public String in(String field) {
        return typed.getOrDefault(field, shown.getOrDefault(field, ""));
    }

    /** What is wrong, by field; empty if it can be used. */
    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        Stream.concat(ofRecipient().stream(), ofBuyer().stream())
                .map(Field::name)
                .forEach(field -> {
                    int longest = TEXTS.contains(field) ? LONGEST_TEXT : LONGEST;
                    if (in(field).length() > longest) {
                        errors.put(field, "Write at most " + longest + " characters.");
                    } else if (NEEDED.contains(field)
                            && in(field).isBlank()
                            && !shown(field).isBlank()) {
                        errors.put(field, "A parcel needs it. Write what is right.");
                    }
                });
        if (held.recipient().isPresent()) {
            place(errors);
        }
        return errors;
    }

    private void place(Map<String, String> errors) {
        if (in("name").isBlank() && in("company").isBlank() && !(shown("name") + shown("company")).isBlank()) {
            errors.putIfAbsent("name", "Write the name or the company the parcel goes to.");
        }
        if (!isChanged("country") && !isChanged("postcode")) {
            return;
        }
        try {
            var country = Country.of(in("country"));
            if (country.code().equals("GB")
                    && !Postcode.of(in("postcode"), country).looksBritish()) {
                errors.putIfAbsent("postcode", "Write a whole postcode, such as LS1 4AP.");
            }
        } catch (Refusal unknown) {
            errors.putIfAbsent("country", "Write the two letters of the country, such as GB or DE.");
        }
    }

    /** The people as they are to be. */
    People right(long changes) {
        return new People(held.recipient().map(this::recipient), held.buyer().map(this::buyer), changes);
    }

    private Recipient recipient(Recipient before) {
        var isElsewhere = isChanged("country") || isChanged("postcode");
        return new Recipient(
                kept("name", before.name()),
                kept("company", before.company()),
                lines(before),
                kept("town", before.town()),
                kept("county", before.county()),
                isElsewhere
                        ? Postcode.of(in("postcode"), Country.of(in("country"))).normalised()
                        : before.postcode(),
                isElsewhere ? Country.of(in("country")).code() : before.country(),
                kept("phone", before.phone()),
                kept("email", before.email()),
                kept("instructions", before.instructions()),
                kept("giftMessage", before.giftMessage()));
    }

    private Buyer buyer(Buyer before) {
        return new Buyer(
                kept("buyerName", before.name()),
                kept("buyerEmail", before.email()),
                before.userName(),
                kept("note", before.note()),
                kept("vatNumber", before.vatNumber()));
    }

    private List<String> lines(Recipient before) {
        if (!isChanged("line1") && !isChanged("line2") && !isChanged("line3")) {
            return before.lines();
        }
        return Stream.of("line1", "line2", "line3")
                .map(field -> in(field).strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** What nobody has touched stays exactly as it was, blanks at its ends included. */
    private String kept(String field, String before) {
        return isChanged(field) ? plain(in(field)) : before;
    }

    private boolean isChanged(String field) {
        return !plain(in(field)).equals(plain(shown(field)));
    }

    private String shown(String field) {
        return shown.getOrDefault(field, "");
    }

    /** Browsers send the ends of lines in two characters. */
    private static String plain(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    private static Map<String, String> shown(People held) {
        var shown = new LinkedHashMap<String, String>();
        held.recipient().ifPresent(recipient -> {
            shown.put("name", recipient.name());
            shown.put("company", recipient.company());
            var lines = lines(recipient.lines());
            for (int at = 0; at < LINES; at++) {
                shown.put("line" + (at + 1), lines.get(at));
            }
            shown.put("town", recipient.town());
            shown.put("county", recipient.county());
            shown.put("postcode", recipient.postcode());
            shown.put("country", recipient.country());
            shown.put("phone", recipient.phone());
            shown.put("email", recipient.email());
            shown.put("instructions", recipient.instructions());
            shown.put("giftMessage", recipient.giftMessage());
        });
        held.buyer().ifPresent(buyer -> {
            shown.put("buyerName", buyer.name());
            shown.put("buyerEmail", buyer.email());
            shown.put("note", buyer.note());
            shown.put("vatNumber", buyer.vatNumber());
        });
        return shown;
    }

    /** Three of them; what is more stands in the third. */
    private static List<String> lines(List<String> lines) {
        var three = new ArrayList<>(lines);
        while (three.size() < LINES) {
            three.add("");
        }
        return List.of(three.get(0), three.get(1), String.join(", ", three.subList(2, three.size())));
    }

    @Override
    public String toString() {
        return "TypedCorrection[hidden]";
    }
}
