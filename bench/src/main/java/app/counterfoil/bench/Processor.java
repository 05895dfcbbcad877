package app.counterfoil.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Processor time used so far: by this program, and by the database server it has started. */
record Processor(Duration program, Duration database) {

    static Processor now() {
        var bean = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var children = ProcessHandle.current()
                .descendants()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
        return new Processor(Duration.ofNanos(bean.getProcessCpuTime()), children);
    }

    /** What was used since then. */
    Processor since(Processor earlier) {
        return new Processor(program.minus(earlier.program), database.minus(earlier.database));
    }

    Processor plus(Processor other) {
        return new Processor(program.plus(other.program), database.plus(other.database));
    }

    Duration all() {
        return program.plus(database);
    }
}
