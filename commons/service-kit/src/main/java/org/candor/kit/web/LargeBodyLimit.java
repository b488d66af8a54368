package org.candor.kit.web;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counts a large body while it is read: the framework would end the answer to what grows too long without a problem in it. */
@Provider
@LargeBody
public class LargeBodyLimit implements ReaderInterceptor {

    private final long longest;

    LargeBodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize longest) {
        this.longest = longest.asLongValue();
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new Counted(context.getInputStream(), longest));
        return context.proceed();
    }

    private static final class Counted extends FilterInputStream {

        private long left;

        Counted(InputStream body, long longest) {
            super(body);
            this.left = longest;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            count(Math.max(0, read));
            return read;
        }

        @Override
        public long skip(long wanted) throws IOException {
            long skipped = super.skip(wanted);
            count(skipped);
            return skipped;
        }

        private void count(long bytes) {
            left -= bytes;
            if (left < 0) {
                throw new Problem(CommonProblem.BODY_TOO_LARGE);
            }
        }
    }
}
