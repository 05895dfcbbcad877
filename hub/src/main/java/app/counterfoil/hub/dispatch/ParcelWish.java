package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.measure.Weight;

/**
 * How a person wants parcels sent.
 *
 * @param serviceCode the courier's service code
 * @param format the courier's name of the package format
 * @param weight the weight with packing
 */
public record ParcelWish(String serviceCode, String format, Weight weight) {}
