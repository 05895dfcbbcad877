package app.counterfoil.hub.letter;

import app.counterfoil.hub.custody.ChosenHosts;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How letters leave, and where those that come back are read.
 *
 * @param host the mail server that takes letters, or blank for none
 * @param port its port
 * @param user with which name to sign in there, or blank to do without
 * @param passwordFile a file with the password, which its user alone can read
 * @param from the address letters come from
 * @param tls how the way to it is encrypted
 * @param returns the address to which letters come back, with the letter's id added behind a plus; blank for none
 * @param returnsPop3 the mailbox of that address
 */
@ConfigurationProperties("counterfoil.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("mail-password") Path passwordFile,
        @DefaultValue("") String from,
        @DefaultValue("STARTTLS") Tls tls,
        @DefaultValue("") String returns,
        @DefaultValue Mailbox returnsPop3)
        implements ChosenHosts {

    @Override
    public List<ChosenHost> hosts() {
        return Stream.of(host, returnsPop3.host())
                .filter(each -> !each.isBlank())
                .distinct()
                .map(each -> new ChosenHost(each, "letters to people, with their e-mail addresses"))
                .toList();
    }

    /** How a connection to a mail server is encrypted. */
    enum Tls {
        /** It begins in clear and is encrypted before anything is said. */
        STARTTLS,
        /** It is encrypted from the first byte on. */
        IMPLICIT,
        /** Not at all: for a server on this machine. */
        NONE
    }

    /**
     * A mailbox that is read by POP3.
     *
     * @param host its server, or blank for none
     * @param port the port
     * @param user the name to sign in with
     * @param passwordFile a file with the password, which its user alone can read
     * @param tls how the way to it is encrypted
     */
    record Mailbox(
            @DefaultValue("") String host,
            @DefaultValue("995") int port,
            @DefaultValue("") String user,
            @DefaultValue("returns-password") Path passwordFile,
            @DefaultValue("IMPLICIT") Tls tls) {}
}
