package app.counterfoil.hub.measure;

import java.util.UUID;

/** Names one seller of the installation; every row of a seller's data begins with it. */
public record SellerId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
