package app.counterfoil.hub.letter;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a mail server says became of a letter (RFC 3464). Which letter it is stands in the address it comes back to, or in
 * the Message-ID of the original that it repeats; all else that it says is left unread.
 *
 * @param letter the letter
 * @param isFailure whether it could not be delivered, for good
 * @param status the status code (RFC 3463), or empty
 */
record DeliveryNotice(UUID letter, boolean isFailure, String status) {

    private static final String ID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern PLUS_ADDRESS = Pattern.compile("\\+" + ID + "@", Pattern.CASE_INSENSITIVE);
    private static final Pattern MESSAGE_ID =
            Pattern.compile("^Message-ID:\\s*<" + ID + "@", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern FAILED =
            Pattern.compile("^Action:\\s*failed\\b", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern STATUS =
            Pattern.compile("^Status:\\s*([245]\\.\\d{1,3}\\.\\d{1,3})", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private static final int MOST_PARTS = 10;
    private static final int MOST_BYTES_OF_A_PART = 100_000;

    /** Whether it is such a notice at all, by its head alone. */
    static boolean is(Part mail) throws MessagingException {
        return mail.isMimeType("multipart/report")
                && mail.getContentType().toLowerCase(Locale.ROOT).contains("delivery-status");
    }

    /** The notice, if it says which letter it is about. */
    static Optional<DeliveryNotice> of(MimeMessage mail) throws MessagingException, IOException {
        if (!is(mail) || !(mail.getContent() instanceof Multipart parts)) {
            return Optional.empty();
        }
        var said = new StringBuilder();
        var original = new StringBuilder();
        for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
            var part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status")) {
                said.append(text(part));
            } else if (part.isMimeType("text/rfc822-headers") || part.isMimeType("message/rfc822")) {
                original.append(text(part));
            }
        }
        return letter(mail, original.toString())
                .map(id -> new DeliveryNotice(
                        id,
                        FAILED.matcher(said).find(),
                        first(STATUS, said.toString()).orElse("")));
    }

    private static Optional<UUID> letter(MimeMessage mail, String original) throws MessagingException {
        for (var name : new String[] {"To", "Delivered-To", "X-Original-To", "Envelope-To"}) {
            var found = first(
                    PLUS_ADDRESS, Optional.ofNullable(mail.getHeader(name, " ")).orElse(""));
            if (found.isPresent()) {
                return found.map(UUID::fromString);
            }
        }
        return first(MESSAGE_ID, original).map(UUID::fromString);
    }

    private static Optional<String> first(Pattern sought, String text) {
        return sought.matcher(text).results().findFirst().map((MatchResult found) -> found.group(1));
    }

    /** As bytes: what is quoted in it may be in any script, what is sought is ASCII. */
    private static String text(BodyPart part) throws MessagingException, IOException {
        try (var in = part.getInputStream()) {
            return new String(in.readNBytes(MOST_BYTES_OF_A_PART), StandardCharsets.ISO_8859_1) + "\n";
        }
    }
}
