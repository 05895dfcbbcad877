package app.counterfoil.sandbox.mail;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.user.UserManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides by the front of an address what becomes of a mail to it. */
final class Postmaster extends SmtpManager {

    /** {@code later2-…}: put off twice, then taken; without a number once. */
    private static final Pattern LATER = Pattern.compile("later(\\d{0,3}).*");

    private final Returns returns;
    private final List<TakenMail> taken = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> putOff = new ConcurrentHashMap<>();

    Postmaster(ImapHostManager folders, UserManager users, Returns returns) {
        super(folders, users);
        this.returns = returns;
    }

    List<TakenMail> taken() {
        return List.copyOf(taken);
    }

    void clear() {
        taken.clear();
        putOff.clear();
    }

    @Override
    public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
        var email = recipient.getEmail();
        if (email.startsWith("refused")) {
            return "550 5.1.1 <" + email + ">: no such mailbox here";
        }
        var later = LATER.matcher(email.replaceFirst("@.*", ""));
        if (!later.matches()) {
            return null;
        }
        int times = later.group(1).isEmpty() ? 1 : Integer.parseInt(later.group(1));
        return putOff.merge(email, 1, Integer::sum) <= times ? "451 4.2.0 <" + email + ">: try again later" : null;
    }

    @Override
    public synchronized void send(SmtpState state) {
        var mail = TakenMail.of(state.getMessage());
        taken.add(mail);
        mail.to().stream().filter(each -> each.startsWith("bounces")).forEach(each -> returns.undelivered(mail, each));
    }
}
