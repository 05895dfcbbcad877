package app.counterfoil.vault.store;

import app.counterfoil.vault.seal.Place;

/** A record that has been opened to be sealed again, with the place it was sealed for. */
record OpenedRow<T>(Place place, T content) {}
