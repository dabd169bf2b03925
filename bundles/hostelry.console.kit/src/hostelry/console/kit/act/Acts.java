package hostelry.console.kit.act;

import hostelry.api.Act;
import hostelry.api.Jobs;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.client.EngineConnection;
import hostelry.console.kit.LiveEstate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;

/** Asks the engine for things in the background, and tells in the tasks strip how they go. Called on the UI thread; nothing here blocks it. */
public final class Acts {
    private static final int KEPT = 200;

    /** Asks the engine for one thing; runs off the UI thread and may block. */
    @FunctionalInterface
    public interface Ask<R> {
        Act<R> of(EngineConnection engine);
    }

    /** Work of this window's own, such as an upload; runs off the UI thread and may block. */
    @FunctionalInterface
    public interface Work {
        void run(EngineConnection engine, Task task) throws Exception;
    }

    private final LiveEstate estate;
    private final Display display;
    private final List<Task> tasks = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Consumer<Notice> notices = notice -> {};

    public Acts(LiveEstate estate, Display display) {
        this.estate = estate;
        this.display = display;
    }

    /** Where refusals are shown. */
    public void noticesTo(Consumer<Notice> place) {
        notices = place;
    }

    /** Says something above the page; nothing is lost with it but a glance. */
    public void notice(Notice notice) {
        notices.accept(notice);
    }

    /** The tasks of this window, newest first. */
    public List<Task> tasks() {
        return List.copyOf(tasks);
    }

    /** Calls the listener on the UI thread when a task comes or ends. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Asks for something, and shows it when it is refused or fails. */
    public <R> Task ask(String title, Ask<R> ask) {
        return ask(title, ask, result -> {}, null);
    }

    /**
     * Asks for something.
     *
     * @param title with a verb and a name: {@code Start web1}
     * @param done called on the UI thread with the result
     * @param refused called on the UI thread with the reasons; null: they are shown above the page
     */
    public <R> Task ask(String title, Ask<R> ask, Consumer<R> done, @Nullable Consumer<List<Problem>> refused) {
        return start(title, (engine, task) -> {
            Act<R> act = ask.of(engine);
            task.job(act.jobId());
            task.onCancel(() -> cancelJob(engine, act.jobId(), task));
            R result = act.result().get();
            ui(() -> done.accept(result));
        }, refused);
    }

    /** Does work of this window's own. */
    public Task run(String title, Work work) {
        return start(title, work, null);
    }

    private Task start(String title, Work work, @Nullable Consumer<List<Problem>> refused) {
        Task task = new Task(title);
        EngineConnection engine = estate.connection().orElse(null);
        if (engine == null) {
            end(task, Task.State.FAILED, List.of(Problem.unavailable(null, "There is no engine.", "Wait until it has started.")), refused);
            return task;
        }
        tasks.addFirst(task);
        while (tasks.size() > KEPT) {
            tasks.removeLast();
        }
        tell();
        Thread.startVirtualThread(() -> {
            try {
                work.run(engine, task);
                ui(() -> end(task, Task.State.DONE, List.of(), refused));
            } catch (InterruptedException | CancellationException e) {
                ui(() -> end(task, Task.State.CANCELLED, List.of(), refused));
            } catch (Exception e) {
                List<Problem> problems = problems(e);
                ui(() -> end(task, Task.State.FAILED, problems, refused));
            }
        });
        return task;
    }

    private void cancelJob(EngineConnection engine, String job, Task task) {
        Thread.startVirtualThread(() -> {
            try {
                engine.service(Jobs.class).cancel(engine.caller(), job);
            } catch (Refusal e) {
                ui(() -> notice(new Notice(task.title() + " was not cancelled.", e.problems())));
            }
        });
    }

    private void end(Task task, Task.State state, List<Problem> problems, @Nullable Consumer<List<Problem>> refused) {
        task.end(state, problems);
        tell();
        if (!problems.isEmpty()) {
            if (refused == null) {
                notice(new Notice("“" + task.title() + "” failed.", problems));
            } else {
                refused.accept(problems);
            }
        }
    }

    /** Any trouble in words; what nobody expected goes to the log whole. */
    public static List<Problem> problems(Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException || cause instanceof IllegalStateException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof Refusal refusal) {
            return refusal.problems();
        }
        ILog.of(Acts.class).error("unexpected", thrown);
        return List.of(Problem.failed(null, "It failed: " + (cause.getMessage() == null ? cause.toString() : cause.getMessage()) + ".",
                "The window's log has the details."));
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    private void ui(Runnable action) {
        if (!display.isDisposed()) {
            display.asyncExec(action);
        }
    }
}
