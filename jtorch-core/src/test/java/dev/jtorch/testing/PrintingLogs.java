package dev.jtorch.testing;

import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.AbstractLogger;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** Prints warnings and errors: for tests that read what a process of their own logs, with {@code -Dslf4j.provider=..}. */
public final class PrintingLogs implements SLF4JServiceProvider {
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter context = new NOPMDCAdapter();

  @Override public ILoggerFactory getLoggerFactory() { return name -> new PrintingLogger(); }

  @Override public IMarkerFactory getMarkerFactory() { return markers; }

  @Override public MDCAdapter getMDCAdapter() { return context; }

  @Override public String getRequestedApiVersion() { return "2.0.99"; }

  @Override public void initialize() {}

  /** One line a message. */
  private static final class PrintingLogger extends AbstractLogger {
    private static final long serialVersionUID = 1;

    @Override protected @Nullable String getFullyQualifiedCallerName() { return null; }

    @Override protected void handleNormalizedLoggingCall(Level level, @Nullable Marker marker, String message,
        Object @Nullable [] arguments, @Nullable Throwable thrown) {
      System.out.println(level + " " + MessageFormatter.basicArrayFormat(message, arguments));
    }

    @Override public boolean isTraceEnabled() { return false; }

    @Override public boolean isTraceEnabled(Marker marker) { return false; }

    @Override public boolean isDebugEnabled() { return false; }

    @Override public boolean isDebugEnabled(Marker marker) { return false; }

    @Override public boolean isInfoEnabled() { return false; }

    @Override public boolean isInfoEnabled(Marker marker) { return false; }

    @Override public boolean isWarnEnabled() { return true; }

    @Override public boolean isWarnEnabled(Marker marker) { return true; }

    @Override public boolean isErrorEnabled() { return true; }

    @Override public boolean isErrorEnabled(Marker marker) { return true; }
  }
}
