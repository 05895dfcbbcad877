package app.counterfoil.hub.breach;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.letter.Letter;
import app.counterfoil.hub.letter.SendLetters;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.LongWork;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Sealing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Writes to the people of an incident where the risk to them is high (Art 34): to each address one letter, and never a second,
 * however often it is started. People are opened for this alone, and the journal says so.
 */
@Component
public class WriteToPeople {

    /** How letters of this kind are called where letters are listed. */
    static final String TEMPLATE = "BREACH";

    private static final String REASON = "BREACH_LETTER";

    /** So many in one transaction, with their letters: what a stop undoes, and how long others wait for the incident. */
    private static final int A_BATCH = 100;

    private final Breaches breaches;
    private final DraftPeopleLetter draft;
    private final AddressesInScope addresses;
    private final ContactsInScope contacts;
    private final ToldRows rows;
    private final SendLetters letters;
    private final Custody custody;
    private final SellerTransactions transactions;

    WriteToPeople(
            Breaches breaches,
            DraftPeopleLetter draft,
            AddressesInScope addresses,
            ContactsInScope contacts,
            ToldRows rows,
            SendLetters letters,
            Custody custody,
            SellerTransactions transactions) {
        this.breaches = breaches;
        this.draft = draft;
        this.addresses = addresses;
        this.contacts = contacts;
        this.rows = rows;
        this.letters = letters;
        this.custody = custody;
        this.transactions = transactions;
    }

    /** The letter as it was last written, opened for this reader; empty if nobody has written it yet, or it has ended. */
    public Optional<PeopleLetter> written(SignedIn reader, CaseFile file) {
        return file.firstOf(Act.WORDED)
                .flatMap(then -> sealed(reader, file.incident(), "BREACH"))
                .map(SealedPeopleLetter::letter);
    }

    /** A letter made from what is written of the incident, to be looked at and changed. */
    public PeopleLetter draft(SignedIn reader, CaseFile file) {
        return draft.of(reader, file, breaches.texts(reader, file.incident()).orElseGet(BreachTexts::nothing));
    }

    /**
     * Takes in what the letter says. Letters that were written before stay as they are.
     *
     * @throws NotAnIncident if there is nothing of it, or too much
     */
    public void word(SignedIn me, UUID id, PeopleLetter letter) {
        letter.refuseUnfit();
        transactions.run(me.seller(), () -> {
            var incident = breaches.toAddTo(me.seller(), id);
            var kept = breaches.one(me.seller(), id)
                    .firstOf(Act.WORDED)
                    .flatMap(then -> sealed(me, incident, REASON))
                    .map(before -> before.saying(letter))
                    .orElseGet(() -> SealedPeopleLetter.first(letter));
            custody.in(
                    me.seller(),
                    vault -> vault.replace(
                            me.opening(Purpose.RIGHTS_REQUEST, "BREACH_WRITTEN"),
                            SealedPeopleLetter.KIND,
                            List.of(new Sealing<>(
                                    SealedPeopleLetter.KIND,
                                    incident.id(),
                                    incident.subject(),
                                    breaches.end(),
                                    kept))));
            breaches.add(me, incident, Act.WORDED, Optional.empty());
        });
    }

    /**
     * Looks whether people can be written to as it stands, before that is begun.
     *
     * @throws app.counterfoil.hub.measure.Refusal if it is a drill, is closed, nothing is decided or counted, or the letter has gaps
     */
    public void refuseUnready(SignedIn me, UUID id) {
        var file = breaches.one(me.seller(), id);
        if (file.incident().what().drill()) {
            throw new NotAnIncident.OnlyADrill();
        }
        if (file.closedAt().isPresent()) {
            throw new NotAnIncident.Closed();
        }
        if (!file.mustTellPeople()) {
            throw new NotAnIncident.NotDecided();
        }
        if (!file.hasAddressees()) {
            throw new NotAnIncident.NobodyCounted();
        }
        if (written(me, file).filter(letter -> !letter.hasGaps()).isEmpty()) {
            throw new NotAnIncident.NoLetter();
        }
    }

    /**
     * Writes to everybody of the incident who was not written to yet, so many at a time; each such step is whole or did not
     * happen. The letters leave by themselves.
     *
     * @return how many were written to so far, over all times it was done
     * @throws app.counterfoil.hub.measure.Refusal as {@link #refuseUnready} does
     */
    public Told write(SignedIn me, UUID id, LongWork.Progress progress) {
        refuseUnready(me, id);
        var file = breaches.one(me.seller(), id);
        var letter = sealed(me, file.incident(), REASON).orElseThrow(NotAnIncident.NoLetter::new);
        var work = new Work(me, id, letter, progress, file);
        work.each(file.orders(), A_BATCH, "Writing to the people of the orders…", addresses::ofOrders);
        work.each(file.contacts(), A_BATCH, "Writing to those who are behind no order…", contacts::open);
        work.each(file.staff(), 1, "Writing to the people of the shop…", addresses::ofStaff);
        return noted(me, id);
    }

    /** Opens the people of these, for a letter. */
    private interface Opens {
        List<AddressesInScope.Found> of(SellerId seller, Opening opening, Collection<UUID> about);
    }

    /** One time that letters are written, and how far it is. */
    private final class Work {
        private final SignedIn me;
        private final UUID id;
        private final SealedPeopleLetter letter;
        private final LongWork.Progress progress;
        private final long all;
        private long done;

        Work(SignedIn me, UUID id, SealedPeopleLetter letter, LongWork.Progress progress, CaseFile file) {
            this.me = me;
            this.id = id;
            this.letter = letter;
            this.progress = progress;
            this.all = (long) file.orders().size()
                    + file.contacts().size()
                    + file.staff().size();
        }

        private void each(Collection<UUID> whom, int atOnce, String sentence, Opens opens) {
            var left = List.copyOf(whom);
            for (int from = 0; from < left.size(); from += atOnce) {
                progress.report(done, all, sentence);
                var batch = left.subList(from, Math.min(from + atOnce, left.size()));
                transactions.run(me.seller(), () -> to(batch, opens));
                done += batch.size();
            }
        }

        private void to(List<UUID> batch, Opens opens) {
            var incident = breaches.toAddTo(me.seller(), id);
            var left = new ArrayList<>(batch);
            left.removeAll(rows.written(me.seller(), id, batch));
            if (!left.isEmpty()) {
                opens.of(me.seller(), me.opening(Purpose.RIGHTS_REQUEST, REASON), left)
                        .forEach(found -> WriteToPeople.this.to(me, incident, letter, found));
            }
        }
    }

    private Told noted(SignedIn me, UUID id) {
        return transactions.in(me.seller(), () -> {
            var incident = breaches.toAddTo(me.seller(), id);
            var told = rows.told(me.seller(), id);
            breaches.add(me, incident, Act.TOLD, Optional.of(told));
            return told;
        });
    }

    private void to(SignedIn me, Incident incident, SealedPeopleLetter letter, AddressesInScope.Found found) {
        for (var address : found.addresses()) {
            var mark = letter.mark(address);
            if (!rows.has(me.seller(), incident.id(), mark)) {
                var sent = letters.send(
                        me.seller(),
                        new Letter(
                                incident.id(),
                                found.subject(),
                                TEMPLATE,
                                address,
                                letter.subjectLine(),
                                letter.text(),
                                breaches.end()));
                rows.add(me.seller(), incident.id(), mark, new ToldRows.Written(sent, found.about()), me.id());
            }
        }
        rows.put(me.seller(), incident.id(), found.about(), found.reach());
    }

    private Optional<SealedPeopleLetter> sealed(SignedIn reader, Incident incident, String reason) {
        return custody.in(reader.seller(), vault -> vault.openOne(
                        reader.opening(Purpose.RIGHTS_REQUEST, reason), SealedPeopleLetter.KIND, Breaches.ref(incident))
                .opened());
    }

    /** Lets the letters that were refused or came back go once more; tells how many those are. */
    public int again(SellerId seller, UUID id) {
        return letters.tryAllAgain(seller, breaches.one(seller, id).incident().id());
    }
}
