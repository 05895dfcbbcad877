package app.counterfoil.hub.seller;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.Opening;
import app.counterfoil.vault.Personal;
import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.Reader;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The person who has signed in: whose person they are, and what their role may open. */
public final class SignedIn implements UserDetails, CredentialsContainer, Reader {

    private static final long serialVersionUID = 1L;

    private final SellerId seller;
    private final UUID person;
    private final Role role;
    private final int access;
    private final Instant provenAt;
    private final transient Personal<String> name;
    private transient String passwordHash;

    SignedIn(
            SellerId seller,
            UUID person,
            Role role,
            int access,
            Instant provenAt,
            Personal<String> name,
            String passwordHash) {
        this.seller = seller;
        this.person = person;
        this.role = role;
        this.access = access;
        this.provenAt = provenAt;
        this.name = name;
        this.passwordHash = passwordHash;
    }

    /** Whose person it is. */
    public SellerId seller() {
        return seller;
    }

    /** The role. */
    public Role role() {
        return role;
    }

    /** What the count of changes to the account was when the person signed in. */
    int access() {
        return access;
    }

    /** When the person signed in, and so gave their password. */
    Instant provenAt() {
        return provenAt;
    }

    /** The name, for the person's own menu. */
    public Personal<String> name() {
        return name;
    }

    /** The wish to open data for a purpose, for the reason given as a code. */
    public Opening opening(Purpose purpose, String reason) {
        return new Opening(this, purpose, reason);
    }

    @Override
    public UUID id() {
        return person;
    }

    @Override
    public boolean carries(Purpose purpose) {
        return role.carries(purpose);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + role.name()));
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    /** The id, never the e-mail address: Spring Security writes it into logs and events. */
    @Override
    public String getUsername() {
        return person.toString();
    }

    @Override
    public String toString() {
        return "SignedIn[" + person + ", " + role + "]";
    }

    @Override
    public void eraseCredentials() {
        passwordHash = "";
    }
}
