package com.ceoplatform.realtime.connection;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.realtime.audience.Viewer;
import com.ceoplatform.realtime.frame.Frame;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client. Any thread may offer frames; only the channel's event loop writes them, as fast as the client reads, several
 * behind one flush.
 */
public final class Connection {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    /** Frames of one connection before others of the same event loop get their turn. */
    private static final int FRAMES_PER_TURN = 256;

    /** A replay occupies one of few readers of Kafka: a client that stands still must not keep it. */
    private static final Duration REPLAY_PATIENCE = Duration.ofSeconds(15);

    private final UUID id = Ids.next();
    private final Channel channel;
    private final Viewer viewer;
    private final SendQueue queue;
    private final ConnectionSettings settings;
    private final ConnectionMeters meters;
    private final AtomicBoolean writing = new AtomicBoolean();
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile boolean signOfLife = true;
    private volatile boolean welcomed;

    Connection(Channel channel, Viewer viewer, ConnectionSettings settings, ConnectionMeters meters) {
        this.channel = requireNonNull(channel, "channel is null");
        this.viewer = requireNonNull(viewer, "viewer is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.meters = requireNonNull(meters, "meters is null");
        this.queue = new SendQueue(settings.queueFrames(), settings.queueSize().toBytes());
    }

    public UUID id() {
        return id;
    }

    public Viewer viewer() {
        return viewer;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** To be put into the channel's pipeline. */
    public ChannelHandler events() {
        return new ChannelEvents(this);
    }

    /** Sends the first frame; before it, a client gets nothing ephemeral. */
    public void greet(Frame welcome) {
        offer(welcome);
        welcomed = true;
    }

    /** Sends a frame as soon as the client takes it; a client that is too slow for lasting frames is closed. */
    public void offer(Frame frame) {
        if (frame.isEphemeral() && !welcomed) {
            return;
        }
        switch (queue.offer(frame)) {
            case TAKEN -> wake();
            case DROPPED -> meters.dropped();
            case OVERFLOW -> close(CloseCode.TOO_SLOW);
        }
    }

    /** Waits until the client has caught up with half of its queue; ends it when it does not, and answers false. */
    public boolean awaitRoom() throws InterruptedException {
        boolean room = queue.awaitRoom(REPLAY_PATIENCE);
        if (!room) {
            close(CloseCode.TOO_SLOW);
        }
        return room;
    }

    /** Runs something on the connection's event loop after a while. */
    public Future<?> later(Duration delay, Runnable task) {
        return channel.eventLoop().schedule(task, Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
    }

    /** Runs something once the connection is over, at once when it is. */
    public void onEnd(Runnable task) {
        ChannelFuture _ = channel.closeFuture().addListener(ended -> task.run());
    }

    /** The client said something. */
    public void touch() {
        signOfLife = true;
    }

    /** Pings the client; ends the connection when it gave no sign of life since the time before the last ping. */
    boolean ping(boolean silentBefore) {
        boolean silent = !signOfLife;
        if (silent && silentBefore) {
            close(CloseCode.NO_HEARTBEAT);
        } else {
            signOfLife = false;
            ChannelFuture _ = channel.writeAndFlush(new PingWebSocketFrame(), channel.voidPromise());
        }
        return silent;
    }

    /** Answers a ping of the client with what came in it. */
    public void answerPing(ByteBuf content) {
        ChannelFuture _ = channel.writeAndFlush(new PongWebSocketFrame(content), channel.voidPromise());
    }

    public boolean isClosing() {
        return closing.get();
    }

    private void wake() {
        if (writing.compareAndSet(false, true)) {
            channel.eventLoop().execute(this::write);
        }
    }

    /** Writes what waits while the client takes it; the channel calls again when it has room. */
    void write() {
        writing.set(false);
        Instant now = meters.now();
        int written = 0;
        while (written < FRAMES_PER_TURN && channel.isWritable() && !closing.get()) {
            Frame frame = queue.poll();
            if (frame == null) {
                break;
            }
            ChannelFuture _ = channel.write(new TextWebSocketFrame(frame.content()), channel.voidPromise());
            meters.written(frame, now);
            written++;
        }
        if (written > 0) {
            channel.flush();
        }
        if (written == FRAMES_PER_TURN && !queue.isEmpty()) {
            wake();
        }
    }

    /**
     * Ends the connection: one last frame of the server, then the client's answer or, when it does not come, the end of
     * the TCP connection.
     */
    public void close(CloseCode code) {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        LOG.debug("Connection {} of user {} closes with {}", id, viewer.userId(), code);
        meters.closed(code);
        channel.eventLoop().execute(() -> {
            queue.close();
            ChannelFuture _ = channel.writeAndFlush(new CloseWebSocketFrame(code.status(), code.reason()))
                    .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
            Future<?> _ = later(settings.closeTimeout(), this::end);
        });
    }

    /** Sends what was offered before, as far as the client takes it at once, and ends the connection. */
    public void closeAfter(Frame last, CloseCode code) {
        channel.eventLoop().execute(() -> {
            offer(last);
            write();
            close(code);
        });
    }

    private void end() {
        ChannelFuture _ = channel.close();
    }

    void ended() {
        closing.set(true);
        queue.close();
    }
}
