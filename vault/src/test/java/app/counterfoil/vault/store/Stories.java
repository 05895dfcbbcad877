package app.counterfoil.vault.store;

import app.counterfoil.vault.ContentUnreadable;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.Holds;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Reader;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.Term;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** The cast of the vault's tests: people who read, kinds of records, and a clock that is moved by hand. */
public final class Stories {

    /** A contact with everything somebody can be found by; plainly made up. */
    public record Contact(String name, String email, String phone, String postcode, String userName) {}

    /** Contacts held for one purpose. */
    public record ContactKind(Purpose purpose) implements RecordKind<Contact> {
        @Override
        public String name() {
            return "test.contact-" + purpose.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public Holds holds() {
            return Holds.of(DataSubjects.BUYERS, "Contact");
        }

        @Override
        public byte[] write(Contact contact) {
            return String.join(
                            "\n",
                            contact.name(),
                            contact.email(),
                            contact.phone(),
                            contact.postcode(),
                            contact.userName())
                    .getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Contact read(byte[] bytes) {
            var parts = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
            if (parts.length != 5) {
                throw new ContentUnreadable(name());
            }
            return new Contact(parts[0], parts[1], parts[2], parts[3], parts[4]);
        }

        @Override
        public List<Term> terms(Contact contact) {
            var terms = new ArrayList<>(Term.nameWords(contact.name()));
            terms.add(Term.email(contact.email()));
            terms.add(Term.phone(contact.phone()));
            terms.add(Term.postcode(contact.postcode()));
            terms.add(Term.outwardPostcode(contact.postcode().split(" ", -1)[0]));
            terms.add(Term.channelUser(contact.userName()));
            return terms;
        }
    }

    /** A reader with a fixed set of purposes. */
    public record Person(UUID id, Set<Purpose> purposes) implements Reader {
        @Override
        public boolean carries(Purpose purpose) {
            return purposes.contains(purpose);
        }
    }

    /** Time stands still until it is moved. */
    public static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-01-15T09:00:00Z");

        public void forward(int days) {
            now = now.atZone(ZoneOffset.UTC).plusDays(days).toInstant();
        }

        public LocalDate today() {
            return LocalDate.now(this);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/London");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    public static final Person OWNER = new Person(UUID.randomUUID(), Set.of(Purpose.values()));
    public static final Person PACKER = new Person(UUID.randomUUID(), Set.of(Purpose.DELIVERY, Purpose.LABEL));

    private Stories() {}

    public static Opening opening(Purpose purpose) {
        return new Opening(OWNER, purpose, "TEST_LOOK");
    }

    public static Contact contact(int number) {
        return new Contact(
                "Demo Person" + number,
                "person" + number + "@example.com",
                "+4477009%05d".formatted(number),
                "ZZ%d 9ZZ".formatted(number % 90 + 1),
                "demo-user-" + number);
    }
}
