package app.counterfoil.hub.custody;

import app.counterfoil.hub.measure.SellerId;
import java.time.LocalDate;

/** A day has begun for a seller: what had to be carried on may be, before what ends today is ended. */
public record DayTurned(SellerId seller, LocalDate today) {}
