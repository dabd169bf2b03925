package hostelry.console.host;

import hostelry.api.Hosts;
import hostelry.api.Hosts.Approval;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Verdict;
import hostelry.client.EngineConnection;
import hostelry.console.kit.Desk;
import hostelry.console.kit.VerbBar;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.dialog.ReasonsList;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.look.Look;
import hostelry.console.kit.words.Bytes;
import hostelry.console.kit.words.Words;
import hostelry.model.Cluster;
import hostelry.model.ClusterNetwork;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.Network;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** Says what a machine is that asks to become a host, and what will happen when it is let in. */
final class ApproveDialog extends FormDialog {
    private static final int HEIGHT = 130;
    private static final int KEY_HEIGHT = 56;
    private final Desk desk;
    private final Host host;
    private final List<Cluster> clusters;
    private @Nullable Text name;
    private @Nullable Combo cluster;
    private @Nullable ScrolledComposite reasons;
    /** What the engine says of the cluster that is chosen; null until it has answered. */
    private @Nullable Verdict verdict;
    private int questions;

    ApproveDialog(Desk desk, Host host) {
        super(desk.shell(), desk.look(), Icon.HOST, "Approve host", "Approve");
        this.desk = desk;
        this.host = host;
        this.clusters = desk.estate().all(Cluster.class).stream()
                .filter(one -> host.getStatus() == HostStatus.PENDING_APPROVAL || one.getId().equals(host.getCluster()))
                .sorted(Comparator.comparing((Cluster one) -> Words.orEmpty(one.getName()), Words.NATURAL)).toList();
    }

    @Override
    protected void fields() {
        words("This machine asks from " + Words.orEmpty(host.getRequestFrom()) + ". It says of itself: " + hardware());
        words("Its key, to be compared with what hostelry-node shows on the machine itself:");
        StyledText key = new StyledText(room("", KEY_HEIGHT), SWT.READ_ONLY | SWT.WRAP | SWT.BORDER);
        key.setText(Words.orEmpty(host.getRequestFingerprint())); // whole: who compares its beginning alone compares nothing
        key.setCaret(null);
        key.setMargins(Look.STEP, Look.STEP, Look.STEP, Look.STEP);
        key.setData(VerbBar.KEY, "approve.key");
        name = text("approve.name", "Name", Words.orEmpty(host.getName()), "");
        int wished = 0;
        for (int i = 0; i < clusters.size(); i++) {
            wished = clusters.get(i).getId().equals(host.getCluster()) ? i : wished;
        }
        Combo made = combo("approve.cluster", "Cluster", clusters.stream().map(Entity::getName).toList(), wished);
        cluster = made;
        made.addListener(SWT.Selection, event -> ask());
        reasons = new ScrolledComposite(room("What will happen:", HEIGHT), SWT.V_SCROLL | SWT.BORDER);
        Objects.requireNonNull(reasons).setExpandHorizontal(true);
        Objects.requireNonNull(reasons).setExpandVertical(true);
        ask();
    }

    /** The dry run of just this: with this cluster and this key. */
    private void ask() {
        Optional<Cluster> chosen = chosen();
        verdict = null;
        int question = ++questions;
        if (chosen.isPresent()) {
            Approval approval = new Approval(chosen.get().getId(), null, host.getRequestFingerprint());
            desk.estate().connection().ifPresent(engine -> Thread.ofVirtual().name("approve or not").start(() -> {
                Verdict asked = ask(engine, approval);
                desk.estate().later(() -> {
                    if (question == questions) { // another cluster may have been chosen meanwhile
                        show(asked, chosen.get());
                    }
                });
            }));
        }
    }

    private Verdict ask(EngineConnection engine, Approval approval) {
        try {
            return engine.caller().rehearse(asking -> engine.service(Hosts.class).approve(asking, host.getId(), approval));
        } catch (Refusal e) {
            return new Verdict(e.problems(), Map.of());
        }
    }

    private void show(Verdict asked, Cluster chosen) {
        ScrolledComposite place = reasons;
        if (place == null || place.isDisposed()) {
            return;
        }
        verdict = asked;
        ReasonsList list = new ReasonsList(place, desk, this::close);
        list.reasons(asked.problems());
        if (asked.permitted()) {
            WhatWillHappen.of(host, chosen, desk.estate().all(ClusterNetwork.class), id -> desk.estate().name(Network.class, id))
                    .forEach(line -> {
                        if (line.good()) {
                            list.good(line.text());
                        } else {
                            list.reasons(List.of(Problem.conflict(null, line.text(), line.advice())));
                        }
                    });
        }
        if (place.getContent() != null) {
            place.getContent().dispose();
        }
        place.setContent(list.control());
        place.setMinSize(list.control().computeSize(Math.max(200, place.getClientArea().width), SWT.DEFAULT));
        changed();
    }

    private Optional<Cluster> chosen() {
        return clusters.isEmpty()
                ? Optional.empty()
                : Optional.of(clusters.get(Math.max(0, Objects.requireNonNull(cluster).getSelectionIndex())));
    }

    private String hardware() {
        String os = (Words.orEmpty(host.getOsType()) + " " + Words.orEmpty(host.getOsVersion())).strip();
        return String.join(", ", List.of(Words.count(HostGeneral.cpus(host), "CPU", "CPUs"), Words.orEmpty(host.getCpuModel()),
                Bytes.text(host.getMemory()), os, HostGeneral.virtualization(host)).stream().filter(part -> !part.isBlank()).toList())
                + ".";
    }

    @Override
    protected String hint() {
        return verdict == null
                ? "Asking the engine whether it can be let in…"
                : "The engine signs the key and calls the machine at " + Words.orEmpty(host.getAddress()) + ":" + host.getPort()
                        + ".";
    }

    private static String value(@Nullable Text text) {
        return Objects.requireNonNull(text).getText().strip();
    }

    @Override
    protected List<String> problems() {
        if (clusters.isEmpty()) {
            return List.of("There is no cluster for it. Make one first.");
        }
        Verdict now = verdict;
        if (now != null && !now.permitted()) {
            return now.problems().stream().limit(1).map(Problem::sentence).toList();
        }
        return value(name).isEmpty() ? List.of("Give it a name.") : List.of();
    }

    @Override
    protected void finish() {
        Approval approval = new Approval(chosen().map(Cluster::getId).orElse(null),
                value(name),
                host.getRequestFingerprint());
        // it lasts until the host is up: the tasks show that
        desk.acts().ask("Approve " + host.getName(),
                engine -> engine.service(Hosts.class).approve(engine.caller(), host.getId(), approval));
        done();
    }

    /** What is shown where the engine refuses is the task's affair. */
    static List<String> sentences(List<Problem> problems) {
        return problems.stream().map(Problem::sentence).toList();
    }
}
