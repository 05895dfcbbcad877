package app.counterfoil.sandbox.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.pop3.Pop3Server;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.util.List;

/**
 * A mail server of the made-up world: takes what is sent to it by SMTP and gives nothing to anybody, and lets the mailbox
 * of returned mail be read by POP3. Both speak in clear on loopback ports.
 */
public final class MailServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final long PATIENCE = 10_000;

    private final Desks desks;
    private final SmtpServer smtp;
    private final Pop3Server pop3;

    /** Opens it on these ports, or on any free one for 0. */
    public MailServer(int smtpPort, int pop3Port) throws IOException {
        desks = new Desks();
        smtp = new SmtpServer(new ServerSetup(smtpPort, LOOPBACK, ServerSetup.PROTOCOL_SMTP), desks);
        pop3 = new Pop3Server(new ServerSetup(pop3Port, LOOPBACK, ServerSetup.PROTOCOL_POP3), desks);
        for (var server : List.of(smtp, pop3)) {
            start(server);
        }
    }

    /** The port at which it takes mail. */
    public int smtpPort() {
        return smtp.getPort();
    }

    /** The port at which returned mail is read. */
    public int pop3Port() {
        return pop3.getPort();
    }

    /** What it has taken, the first first. */
    public List<TakenMail> taken() {
        return desks.postmaster.taken();
    }

    /** Forgets what it has taken, and how often it has put somebody off. */
    public void clear() {
        desks.postmaster.clear();
    }

    /** Puts a mail, as its lines are, into the mailbox of returned mail. */
    public void putIntoReturns(String raw) {
        desks.returns.put(raw);
    }

    @Override
    public void close() {
        smtp.stopService();
        pop3.stopService();
    }

    private static void start(AbstractServer server) throws IOException {
        server.setDaemon(true);
        server.startService();
        try {
            if (!server.waitTillRunning(PATIENCE)) {
                throw new IOException("The mail server cannot listen at " + server.getServerSetup() + ".");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("The mail server was stopped while it started.", interrupted);
        }
    }

    /** Who does what in it. */
    private static final class Desks extends Managers {

        private final Returns returns = new Returns(getUserManager());
        private final Postmaster postmaster = new Postmaster(getImapHostManager(), getUserManager(), returns);

        @Override
        public SmtpManager getSmtpManager() {
            return postmaster;
        }
    }
}
