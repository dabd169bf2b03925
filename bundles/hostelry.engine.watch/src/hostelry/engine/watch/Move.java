package hostelry.engine.watch;

import hostelry.engine.spi.Inventory.Draft;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.spi.hardware.HostFeatures;
import hostelry.model.GraphicsType;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.HostelryFactory;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.data.Origins;
import hostelry.model.data.Screen;
import hostelry.model.nextrun.NextRun;
import hostelry.node.api.HostFacts;
import hostelry.node.api.NicFacts;
import hostelry.node.api.Report;
import hostelry.node.api.Report.DomainLoad;
import hostelry.node.api.Report.DomainState;
import hostelry.node.api.Report.GuestFacts;
import hostelry.node.api.Report.HostLoad;
import hostelry.node.api.Report.StorageFacts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step from what is known to what was seen. Each knows how to put itself into the estate, and nothing else. */
sealed interface Move {
    void apply(Draft draft);

    /** The host answers. */
    record HostIsUp(String host) implements Move {
        @Override
        public void apply(Draft draft) {
            Host edited = draft.edit(Host.class, host);
            edited.setStatus(HostStatus.UP);
            edited.setStatusDetail(null);
        }
    }

    /** It answers, and must not run guests. */
    record HostIsUnfit(String host, String why) implements Move {
        @Override
        public void apply(Draft draft) {
            Host edited = draft.edit(Host.class, host);
            edited.setStatus(HostStatus.NON_OPERATIONAL);
            edited.setStatusDetail(why);
        }
    }

    /** What the host is made of. */
    record HostIs(String host, HostFacts facts) implements Move {
        @Override
        public void apply(Draft draft) {
            fill(draft.edit(Host.class, host));
        }

        void fill(Host edited) {
            HostFeatures.fill(edited, facts);
        }
    }

    /** Its network cards. */
    record HostNics(String host, List<NicFacts> cards) implements Move {
        @Override
        public void apply(Draft draft) {
            new HostCards(host, cards).apply(draft);
        }
    }

    record HostLoads(String host, HostLoad load, Instant at) implements Move {
        @Override
        public void apply(Draft draft) {
            Host edited = draft.edit(Host.class, host);
            edited.setCpuUsage(load.cpu());
            edited.setMemoryUsed(load.memoryUsed());
            edited.setLoad(load.load1());
            edited.setNetworkReceive(load.receive());
            edited.setNetworkTransmit(load.transmit());
            edited.setSwapTotal(load.swapTotal());
            edited.setSwapUsed(load.swapUsed());
            edited.setMemoryShared(load.shared());
            edited.setDiskRead(load.read());
            edited.setDiskWrite(load.write());
            edited.setLastSeen(at);
        }
    }

    record HostHolds(String host, int active, int total) implements Move {
        @Override
        public void apply(Draft draft) {
            Host edited = draft.edit(Host.class, host);
            edited.setVmsActive(active);
            edited.setVmsTotal(total);
        }
    }

    /** A guest runs there, in one state or another. {@code since}: when it was started, where the engine did not know it. */
    record GuestRuns(String vm, String host, VmStatus status, @Nullable String detail, @Nullable Instant since) implements Move {
        @Override
        public void apply(Draft draft) {
            Vm edited = draft.edit(Vm.class, vm);
            edited.setHost(host);
            edited.setStatus(status);
            edited.setStatusDetail(detail);
            if (since != null) {
                edited.setStartTime(since);
                edited.setStopReason(null);
            }
        }
    }

    /** Where a guest that runs there shows itself. */
    record GuestShows(String vm, String host, List<Report.Screen> screens) implements Move {
        @Override
        public void apply(Draft draft) {
            List<String> texts = texts(draft.find(Host.class, host).map(Host::getAddress).orElse(""));
            Vm known = draft.find(Vm.class, vm).orElse(null);
            if (known != null && !known.getScreens().equals(texts)) {
                Vm edited = draft.edit(Vm.class, vm);
                edited.getScreens().clear();
                edited.getScreens().addAll(texts);
            }
        }

        /** A host that listens everywhere is found where the engine finds it. */
        private List<String> texts(String address) {
            return screens.stream().map(told -> {
                boolean everywhere = told.address().isBlank() || told.address().equals("0.0.0.0") || told.address().equals("::");
                return new Screen(told.graphics(), everywhere && !address.isBlank() ? address : told.address(), told.port(),
                        told.tlsPort(), told.tlsSubject()).text();
            }).distinct().toList();
        }
    }

    record GuestIsDown(String vm, String reason, Instant at) implements Move {
        @Override
        public void apply(Draft draft) {
            Vm edited = draft.edit(Vm.class, vm);
            edited.setStatus(VmStatus.DOWN);
            edited.setHost(null);
            edited.setStatusDetail(null);
            edited.setStopReason(reason);
            edited.setStopTime(at);
            edited.setFqdn(null);
            edited.setGuestAgent(false);
            edited.setGuestOs(null);
            edited.setGuestTimeZone(null);
            edited.setGuestDisks(null);
            edited.getGuestUsers().clear();
            edited.getAddresses().clear();
            edited.getScreens().clear();
            edited.setCpuUsage(0);
            edited.setMemoryUsed(0);
            edited.setNetworkReceive(0);
            edited.setNetworkTransmit(0);
            edited.setDiskRead(0);
            edited.setDiskWrite(0);
            NextRun.settle(edited);
        }
    }

    /** A guest that nobody defined here: shown, because what runs is what the tree shows. */
    record GuestFound(DomainState told, String name, String host, VmStatus status, Instant since, Instant at) implements Move {
        String vm() {
            return told.id();
        }

        @Override
        public void apply(Draft draft) {
            Vm found = HostelryFactory.eINSTANCE.createVm();
            found.setId(told.id());
            found.setName(name);
            found.setOrigin(Origins.EXTERNAL);
            found.setTemplate(WellKnown.BLANK);
            found.setCluster(draft.find(Host.class, host).map(Host::getCluster).orElse(null));
            found.setStatus(status);
            found.setCreationTime(at);
            if (status != VmStatus.DOWN) {
                found.setHost(host);
                found.setStartTime(since);
            }
            GuestHas.fill(found, told.memory(), told.cpus());
            told.graphics().stream().map(GraphicsType::get).filter(java.util.Objects::nonNull).forEach(found.getGraphics()::add);
            draft.add(found);
        }
    }

    /** What a guest that nobody defined here was given by whoever did. Of its CPUs a host tells the number alone. */
    record GuestHas(String vm, long memory, int cpus) implements Move {
        @Override
        public void apply(Draft draft) {
            fill(draft.edit(Vm.class, vm), memory, cpus);
        }

        /** 0 is not known: what was known before stays. */
        static void fill(Vm edited, long memory, int cpus) {
            if (memory > 0) {
                edited.setMemory(memory);
                edited.setMemoryGuaranteed(memory);
                edited.setMemoryMax(memory);
            }
            if (cpus > 0) {
                edited.setCpuSockets(cpus);
                edited.setCpuCores(1);
                edited.setCpuThreads(1);
            }
        }
    }

    /** A guest that nobody defined here, and that is there no more. */
    record GuestForgotten(String vm) implements Move {
        @Override
        public void apply(Draft draft) {
            draft.remove(Vm.class, vm);
        }
    }

    record GuestLoads(DomainLoad load) implements Move {
        @Override
        public void apply(Draft draft) {
            Vm edited = draft.edit(Vm.class, load.id());
            edited.setCpuUsage(load.cpu());
            edited.setMemoryUsed(load.memoryUsed());
            edited.setNetworkReceive(load.receive());
            edited.setNetworkTransmit(load.transmit());
            edited.setDiskRead(load.read());
            edited.setDiskWrite(load.write());
        }
    }

    record GuestSays(GuestFacts facts) implements Move {
        @Override
        public void apply(Draft draft) {
            Vm edited = draft.edit(Vm.class, facts.id());
            edited.setGuestAgent(facts.agent());
            edited.setFqdn(facts.hostname().isEmpty() ? null : facts.hostname());
            edited.setGuestOs(facts.os().isEmpty() ? null : facts.os());
            edited.getAddresses().clear();
            edited.getAddresses().addAll(facts.addresses().stream().distinct().toList());
            edited.setGuestTimeZone(facts.timeZone().isEmpty() ? null : facts.timeZone());
            edited.getGuestUsers().clear();
            edited.getGuestUsers().addAll(facts.users().stream().distinct().toList());
            edited.setGuestDisks(GuestDisks.json(facts.fileSystems()));
        }
    }

    record StorageHas(StorageFacts facts) implements Move {
        @Override
        public void apply(Draft draft) {
            StorageDomain edited = draft.edit(StorageDomain.class, facts.id());
            edited.setAvailable(facts.free());
            edited.setUsed(Math.max(0, facts.total() - facts.free()));
        }
    }

    record StorageIs(String domain, StorageDomainStatus status, @Nullable String detail) implements Move {
        @Override
        public void apply(Draft draft) {
            StorageDomain edited = draft.edit(StorageDomain.class, domain);
            edited.setStatus(status);
            edited.setStatusDetail(detail);
        }
    }
}
