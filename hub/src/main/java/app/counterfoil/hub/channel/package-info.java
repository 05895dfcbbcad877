/**
 * The seller's channels: downloads orders by themselves and on demand, each exactly once, and tells the channel what
 * was dispatched. Each channel is a package named after it, behind the {@link app.counterfoil.hub.channel.Channel}
 * port. Owns {@code channel_*}. Hears
 * {@link app.counterfoil.hub.dispatch.ShipmentsDispatched}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"measure", "storage", "shell", "disclosure", "seller", "connection", "order", "dispatch"
        })
package app.counterfoil.hub.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
