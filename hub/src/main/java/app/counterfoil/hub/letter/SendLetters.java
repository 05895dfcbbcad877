package app.counterfoil.hub.letter;

import app.counterfoil.hub.custody.Custody;
import app.counterfoil.hub.measure.Refusal;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.hub.storage.Soon;
import app.counterfoil.vault.EndNotAhead;
import app.counterfoil.vault.Sealing;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes letters that go out by e-mail. Nothing is sent here: the letter is sealed and noted in the transaction of whoever
 * answers, and leaves only if that is committed.
 */
@Component
public class SendLetters {

    private static final Pattern TEMPLATE = Pattern.compile("[A-Z_]+");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private final Custody custody;
    private final SellerTransactions transactions;
    private final LetterRows rows;
    private final Soon soon;

    SendLetters(Custody custody, SellerTransactions transactions, LetterRows rows, Soon soon) {
        this.custody = custody;
        this.transactions = transactions;
        this.rows = rows;
        this.soon = soon;
    }

    /**
     * Seals a letter and notes that it is to go, in the running transaction of the seller or in one of its own.
     *
     * @return the letter's id
     * @throws NotAnEmailAddress if it is to go to no e-mail address
     * @throws EndNotAhead if it is to end today or earlier
     */
    public UUID send(SellerId seller, Letter letter) {
        return send(seller, letter, Optional.empty());
    }

    /**
     * Like {@link #send(SellerId, Letter)}, for mail that the recipient can end by one click in their mail program.
     *
     * @param endsAt where it is ended, by a POST without anything else (RFC 8058)
     */
    public UUID send(SellerId seller, Letter letter, URI endsAt) {
        return send(seller, letter, Optional.of(endsAt.toString()));
    }

    /** Whether a letter can go to that address: a whole one, in the letters that every mail server takes. */
    public static boolean isAddress(String address) {
        return EmailAddress.is(address);
    }

    private UUID send(SellerId seller, Letter letter, Optional<String> endsAt) {
        if (!TEMPLATE.matcher(letter.template()).matches()) {
            throw new IllegalArgumentException("A letter's template is a code of capitals and underscores.");
        }
        if (!EmailAddress.is(letter.to())) {
            throw new NotAnEmailAddress();
        }
        var id = UUID.randomUUID();
        var text = new LetterText(
                letter.to(),
                CONTROL.matcher(letter.subjectLine()).replaceAll(" ").strip(),
                letter.text(),
                endsAt.orElse(null));
        var sealing = new Sealing<>(LetterText.KIND, id, letter.subject(), letter.endsOn(), text);
        transactions.run(seller, () -> {
            custody.in(seller, vault -> {
                vault.seal(List.of(sealing));
                return id;
            });
            rows.put(seller, id, letter);
            wakeAfterCommit();
        });
        return id;
    }

    /**
     * Lets a letter that was refused, came back or waits go at once, to the address it has. A letter that may be on its way
     * just now keeps its time.
     */
    public void tryAgain(SellerId seller, UUID letter) {
        rows.again(seller, letter);
    }

    /** Lets all letters that belong to something and were refused or came back go once more, as {@link #tryAgain} does. */
    public int tryAllAgain(SellerId seller, UUID about) {
        return rows.allAgain(seller, about);
    }

    /** Whoever waits for a code does not wait for the job's next turn. */
    private void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                soon.run(LettersGoOut.JOB);
            }
        });
    }

    private static final class NotAnEmailAddress extends Refusal {
        NotAnEmailAddress() {
            super(
                    "The e-mail address is not a whole one.",
                    "Give an address like name@example.com, in plain letters and digits.");
        }
    }
}
