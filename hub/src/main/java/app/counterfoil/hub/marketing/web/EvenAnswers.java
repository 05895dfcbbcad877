package app.counterfoil.hub.marketing.web;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Answers after a certain time or a multiple of it, so that no answer takes longer for those who are known. */
@Component
class EvenAnswers {

    private final Duration step;

    EvenAnswers(@Value("${counterfoil.marketing.step-of-answers:250ms}") Duration step) {
        this.step = step;
    }

    void after(Runnable work) {
        var began = System.nanoTime();
        work.run();
        var nanos = step.toNanos();
        if (nanos > 0) {
            var until = began + ((System.nanoTime() - began) / nanos + 1) * nanos;
            while (System.nanoTime() - until < 0 && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(until - System.nanoTime());
            }
        }
    }
}
